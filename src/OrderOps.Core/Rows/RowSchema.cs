using System;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>How rows become orders of one kind: the part that a slice supplies.</summary>
/// <typeparam name="TOrder">The order.</typeparam>
internal abstract class RowSchema<TOrder>
    where TOrder : class
{
    /// <summary>The fields and their names.</summary>
    public abstract RowTable Table { get; }

    /// <summary>What people are told.</summary>
    public abstract RowWords Words { get; }

    /// <summary>A blank order.</summary>
    public abstract TOrder Create();

    /// <summary>The order's own values, by ordinal.</summary>
    public abstract string?[] ValuesOf(TOrder order);

    /// <summary>How many products it has.</summary>
    public virtual int CountProducts(TOrder order) => 0;

    /// <summary>The values of one of its products.</summary>
    public virtual string?[] ProductOf(TOrder order, int index) => throw new NotSupportedException();

    /// <summary>Adds a blank product and gives its values.</summary>
    public virtual string?[] AddProduct(TOrder order) => throw new NotSupportedException();

    /// <summary>Puts the products of one order behind those of another.</summary>
    public virtual void MoveProducts(TOrder from, TOrder to)
    {
    }

    /// <summary>The values of an item that is a product already.</summary>
    public virtual string?[]? ValuesOfProduct(object item) => null;

    /// <summary>A bound row.</summary>
    public virtual BoundRow<TOrder> Row(TOrder order, InputRecord? record, object? source, RowMap map) => new(this, order, record, source, map);

    /// <summary>An order with all of its rows.</summary>
    public virtual GroupedOrder<TOrder> Group(TOrder order, IReadOnlyList<Finding> findings, IReadOnlyList<object?> sources, IReadOnlyList<string> unknownNames, string? firstOrigin) =>
        new(order, findings, sources, unknownNames, firstOrigin);

    /// <summary>Order number and what else makes rows one order, as a key; blank without an order number.</summary>
    public string KeyOf(TOrder order)
    {
        string?[] values = ValuesOf(order);
        string key = "";
        for (int i = 0; i < Table.Keys.Count; i++)
        {
            string part = values[Table.Keys[i].Ordinal]?.Trim() ?? "";
            if (part.Length == 0)
            {
                return key;
            }

            key = i == 0 ? part : key + "\u001F" + part;
        }

        return key;
    }
}
