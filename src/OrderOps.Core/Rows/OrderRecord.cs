using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;

namespace OrderOps.Rows;

/// <summary>A typed order as names and values, by the vendor's names: what it would have been read from.</summary>
internal static class OrderRecord
{
    /// <summary>The order's own fields that are set, and the list of its products where such orders have one.</summary>
    public static InputRecord Of<TOrder>(RowSchema<TOrder> schema, TOrder order)
        where TOrder : class
    {
        List<string> names = new();
        List<object?> values = new();
        string?[] fields = schema.ValuesOf(order);
        foreach (RowTarget target in schema.Table.All)
        {
            object? value = target.IsOrder ? fields[target.Ordinal] : target == schema.Table.Products ? Products(schema, order) : null;
            if (value is not null)
            {
                names.Add(target.WireName);
                values.Add(value);
            }
        }

        return new InputRecord(new RecordShape(names), values.ToArray(), order);
    }

    private static InputRecord[] Products<TOrder>(RowSchema<TOrder> schema, TOrder order)
        where TOrder : class
    {
        RowTarget[] fields = schema.Table.All.Where(target => target.IsProduct).ToArray();
        InputRecord[] products = new InputRecord[schema.CountProducts(order)];
        for (int i = 0; i < products.Length; i++)
        {
            string?[] values = schema.ProductOf(order, i);
            RowTarget[] set = fields.Where(field => values[field.Ordinal] is not null).ToArray();
            products[i] = new InputRecord(
                new RecordShape(set.Select(field => field.WireName).ToArray()),
                set.Select(field => (object?)values[field.Ordinal]).ToArray(),
                source: null);
        }

        return products;
    }
}
