using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>What is said of rows without an order number, and of the orders that they may belong to.</summary>
internal static class KeylessRow
{
    /// <summary>Whether it has an item but no receiver of its own, as a further row of the order before it would.</summary>
    public static bool IsFurtherItem<TOrder>(RowSchema<TOrder> schema, BoundRow<TOrder> row)
        where TOrder : class
    {
        foreach (Finding finding in row.Findings)
        {
            if (finding.Field == schema.Table.Keys[0].WireName)
            {
                return false;
            }
        }

        string?[] values = schema.ValuesOf(row.Order);
        return schema.CountProducts(row.Order) > 0 && schema.Table.Receiver.All(field => values[field.Ordinal] is null);
    }

    public static Finding Itself<TOrder>(RowSchema<TOrder> schema, BoundRow<TOrder> row, string? groupBy)
        where TOrder : class => Error(schema,
        groupBy is null ? $"{Place(row)} has a product but no order number." : $"{Place(row)} has a product but nothing in '{groupBy}', the column to group by.");

    public static Finding Before<TOrder>(RowSchema<TOrder> schema, BoundRow<TOrder> row)
        where TOrder : class => Error(schema, $"{Place(row)}, after this order, has a product but no order number, and may belong to it.");

    public static Finding Between<TOrder>(RowSchema<TOrder> schema, BoundRow<TOrder> row)
        where TOrder : class => Error(schema,
        $"Before {row.Origin ?? "a row"} of this order stands one without an order number, which may belong to it.");

    private static string Place<TOrder>(BoundRow<TOrder> row)
        where TOrder : class => row.Origin ?? "A row";

    private static Finding Error<TOrder>(RowSchema<TOrder> schema, string message)
        where TOrder : class => new(Finding.Error, schema.Table.Keys[0].WireName, "", message, schema.Words.Keyless);
}
