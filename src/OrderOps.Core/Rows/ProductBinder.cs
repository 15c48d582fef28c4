using System;
using System.Collections;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>Binds products: the one of a flat row, and the items of a list in whatever form they come.</summary>
internal sealed class ProductBinder<TOrder>(RowSchema<TOrder> schema, RowMap map)
    where TOrder : class
{
    private readonly HashSet<string> _unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the product of a flat row, unless all of its columns are blank.</summary>
    public void BindRow(BindingPlan plan, object?[] cells, TOrder order, ref List<Finding>? findings)
    {
        string?[]? product = null;
        foreach ((RowTarget field, int column) in plan.ProductColumns)
        {
            if (cells[column] is { } cell && FieldText.Of(cell, field.WireName, ref findings) is { } text)
            {
                (product ??= schema.AddProduct(order))[field.Ordinal] = text;
            }
        }

        foreach ((RowTarget target, ValueSource source) in plan.Sources)
        {
            if (target.IsProduct && source.Read(cells, ref findings) is { } text)
            {
                (product ??= schema.AddProduct(order))[target.Ordinal] = text;
            }
        }

        if (product is not null)
        {
            FillIn(product);
        }
    }

    /// <summary>Adds the products of a list, or of a single item where a list of one lost its brackets.</summary>
    public void BindList(object list, TOrder order, ref List<Finding>? findings, out IReadOnlyList<string> unknown)
    {
        _unknown.Clear();
        if (list is string or InputRecord or IDictionary or IReadOnlyDictionary<string, object?> or not IEnumerable)
        {
            Add(order, list, 0, ref findings);
        }
        else
        {
            int place = 0;
            foreach (object? item in (IEnumerable)list)
            {
                Add(order, item, place++, ref findings);
            }
        }

        unknown = _unknown.Count == 0 ? Array.Empty<string>() : [.. _unknown];
    }

    /// <summary>Adds a copy of each product of another order.</summary>
    public void Copy(TOrder from, TOrder to)
    {
        for (int i = 0; i < schema.CountProducts(from); i++)
        {
            string?[] product = schema.AddProduct(to);
            schema.ProductOf(from, i).CopyTo(product, 0);
            FillIn(product);
        }
    }

    private void Add(TOrder order, object? item, int index, ref List<Finding>? findings)
    {
        string place = FormattableString.Invariant($"products[{index}]");
        string?[] product = schema.AddProduct(order);
        switch (item)
        {
            case InputRecord record:
                for (int i = 0; i < record.Cells.Length; i++)
                {
                    Set(product, record.Shape.Names[i], record.Cells[i], place, ref findings);
                }

                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    Set(product, InputText.From(entry.Key) ?? "", entry.Value, place, ref findings);
                }

                break;
            case IReadOnlyDictionary<string, object?> dictionary:
                foreach (KeyValuePair<string, object?> entry in dictionary)
                {
                    Set(product, entry.Key, entry.Value, place, ref findings);
                }

                break;
            case { } typed when schema.ValuesOfProduct(typed) is { } values:
                values.CopyTo(product, 0);
                break;
            default:
                (findings ??= new List<Finding>()).Add(ProductItem.NoProduct(item, place, schema.Words));
                break;
        }

        FillIn(product);
    }

    private void Set(string?[] product, string name, object? value, string place, ref List<Finding>? findings)
    {
        if (schema.Table.FindInProduct(NameKey.Of(name)) is not { } field)
        {
            _unknown.Add("products." + name);
        }
        else if (FieldText.Of(value, place + "." + field.WireName, ref findings) is { } text)
        {
            product[field.Ordinal] = text;
        }
    }

    private void FillIn(string?[] product)
    {
        foreach (KeyValuePair<RowTarget, string> value in map.Defaults)
        {
            if (value.Key.IsProduct && string.IsNullOrWhiteSpace(product[value.Key.Ordinal]))
            {
                product[value.Key.Ordinal] = value.Value;
            }
        }
    }
}
