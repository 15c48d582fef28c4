using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>What is said of rows without an order number, and of the orders that they may belong to.</summary>
internal static class KeylessRow
{
    private const string Remedy = "Repeat the order number on each row of an order.";

    /// <summary>Whether it has an item but no receiver of its own, as a further row of the order before it would.</summary>
    public static bool IsFurtherItem(BoundRow row)
    {
        foreach (Finding finding in row.Findings)
        {
            if (finding.Field == OrderField.OrderNumber.WireName)
            {
                return false;
            }
        }

        return row.Order.Products.Count > 0
            && row.Order[OrderField.Name] is null
            && row.Order[OrderField.Address] is null
            && row.Order[OrderField.Pin] is null;
    }

    public static Finding Itself(BoundRow row, string? groupBy) => Error(
        groupBy is null ? $"{Place(row)} has a product but no order number." : $"{Place(row)} has a product but nothing in '{groupBy}', the column to group by.");

    public static Finding Before(BoundRow row) => Error($"{Place(row)}, after this order, has a product but no order number, and may belong to it.");

    public static Finding Between(BoundRow row) => Error(
        $"Before {row.Origin ?? "a row"} of this order stands one without an order number, which may belong to it.");

    private static string Place(BoundRow row) => row.Origin ?? "A row";

    private static Finding Error(string message) => new(Finding.Error, OrderField.OrderNumber.WireName, "", message, Remedy);
}
