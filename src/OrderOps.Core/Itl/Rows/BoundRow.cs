using System;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>One input bound to the fields of an order: a line of one item, or a whole order.</summary>
public sealed class BoundRow
{
    internal BoundRow(Order order, InputRecord? record, object? source, ColumnMap map)
    {
        Order = order;
        Record = record;
        Source = source;
        Map = map;
    }

    /// <summary>The fields that the input has; for a flat row with one product or none, else with all of them.</summary>
    public Order Order { get; }

    /// <summary>Whether it is a line that further lines of the same order can follow, not an order with a list of products.</summary>
    public bool IsFlat { get; internal set; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank { get; internal set; }

    /// <summary>The input as names and values; nothing for an order that came as one.</summary>
    public InputRecord? Record { get; }

    /// <summary>The input as it came.</summary>
    public object? Source { get; }

    /// <summary>Where it came from, for messages; nothing for the pipeline.</summary>
    public string? Origin => Record?.Origin;

    /// <summary>Names that mean nothing for an order, in a product with <c>products.</c> before them; the same list for all rows of one shape.</summary>
    public IReadOnlyList<string> UnknownNames { get; internal set; } = Array.Empty<string>();

    /// <summary>What binding noticed.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = Array.Empty<Finding>();

    /// <summary>Order number and sub-order: rows with the same one are of one order. Blank without an order number.</summary>
    public string GroupKey
    {
        get
        {
            string number = Order.OrderNumber?.Trim() ?? "";
            string sub = Order.SubOrder?.Trim() ?? "";
            return number.Length == 0 || sub.Length == 0 ? number : number + "\u001F" + sub;
        }
    }

    internal ColumnMap Map { get; }
}
