using System;
using System.Collections;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>Binds products: the one of a flat row, and the items of a list in whatever form they come.</summary>
internal sealed class ProductBinder(ColumnMap map)
{
    private readonly HashSet<string> _unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The product of a flat row; nothing where all of its columns are blank.</summary>
    public Product? BindRow(BindingPlan plan, object?[] cells, ref List<Finding>? findings)
    {
        Product? product = null;
        foreach ((ProductField field, int column) in plan.ProductColumns)
        {
            if (cells[column] is { } cell && FieldText.Of(cell, field.WireName, ref findings) is { } text)
            {
                (product ??= new Product())[field] = text;
            }
        }

        foreach ((RowTarget target, ValueSource source) in plan.Sources)
        {
            if (target.Product is { } field && source.Read(cells, ref findings) is { } text)
            {
                (product ??= new Product())[field] = text;
            }
        }

        return product is null ? null : WithDefaults(product);
    }

    /// <summary>The products of a list, or of a single item where a list of one lost its brackets.</summary>
    public List<Product> BindList(object list, ref List<Finding>? findings, out IReadOnlyList<string> unknown)
    {
        List<Product> products = new();
        _unknown.Clear();
        if (list is string or InputRecord or IDictionary or IReadOnlyDictionary<string, object?> or not IEnumerable)
        {
            Add(products, list, ref findings);
        }
        else
        {
            foreach (object? item in (IEnumerable)list)
            {
                Add(products, item, ref findings);
            }
        }

        unknown = _unknown.Count == 0 ? Array.Empty<string>() : [.. _unknown];
        return products;
    }

    public Product Copy(Product product)
    {
        Product copy = new();
        foreach (ProductField field in ProductField.All)
        {
            copy[field] = product[field];
        }

        return WithDefaults(copy);
    }

    private void Add(List<Product> products, object? item, ref List<Finding>? findings)
    {
        string place = FormattableString.Invariant($"products[{products.Count}]");
        Product product = new();
        switch (item)
        {
            case Product typed:
                product = Copy(typed);
                break;
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
            default:
                (findings ??= new List<Finding>()).Add(ProductItem.NoProduct(item, place));
                break;
        }

        products.Add(WithDefaults(product));
    }

    private void Set(Product product, string name, object? value, string place, ref List<Finding>? findings)
    {
        if (ProductNames.Find(NameKey.Of(name)) is not { } field)
        {
            _unknown.Add("products." + name);
        }
        else if (FieldText.Of(value, place + "." + field.WireName, ref findings) is { } text)
        {
            product[field] = text;
        }
    }

    private Product WithDefaults(Product product)
    {
        foreach (KeyValuePair<RowTarget, string> value in map.Defaults)
        {
            if (value.Key.Product is { } field && string.IsNullOrWhiteSpace(product[field]))
            {
                product[field] = value.Value;
            }
        }

        return product;
    }
}
