using System;
using OrderOps.Rows;

namespace OrderOps.Integration;

/// <summary>How rows become orders of the integration service.</summary>
internal sealed class OrderRows : RowSchema<Order>
{
    private static readonly RowTable Names = MakeTable();

    private OrderRows()
    {
    }

    public static OrderRows Schema { get; } = new();

    public override RowTable Table => Names;

    public override RowWords Words { get; } = new(
        "Call it order_id or OrderId; a column of another name is renamed with Select-Object @{ n = 'order_id'; e = '…' }, *.",
        "Sort the input by order_id, so that the rows of an order stand together.",
        "Mend the rows: what belongs to the whole order is the same on each of its rows, or blank.",
        "Repeat order_id on each row of an order.",
        "Write each product as an object, @{ product_sku_id = '…'; amount = 25; qty = 1 }, or one item a row.");

    public override Order Create() => new();

    public override string?[] ValuesOf(Order order) => order.Values;

    public override int CountProducts(Order order) => order.Products?.Count ?? 0;

    public override string?[] ProductOf(Order order, int index) => order.Products[index].Values;

    public override string?[] AddProduct(Order order)
    {
        Product product = new();
        order.Products.Add(product);
        return product.Values;
    }

    public override void MoveProducts(Order from, Order to) => to.Products.AddRange(from.Products);

    public override string?[]? ValuesOfProduct(object item) => (item as Product)?.Values;

    private static RowTable MakeTable()
    {
        RowTable table = new();
        foreach (OrderField field in OrderField.All)
        {
            RowTarget target = new(field.WireName, RowPart.Order, field.Ordinal)
            {
                MustAgree = true,
                Same = (a, b) => SameText.Of(a, b, field.Kind is FieldKind.Amount or FieldKind.Quantity),
            };
            table.Add(target, [field.WireName, field.ReadableName, .. field.Aliases]);
        }

        table.Add(new RowTarget(OrderField.Products, RowPart.Products, 0), OrderField.Products);
        foreach (ProductField field in ProductField.All)
        {
            RowTarget target = new(field.WireName, RowPart.Product, field.Ordinal);
            string[] names = [field.WireName, field.ReadableName, .. field.Aliases];
            table.Add(target, names);
            table.AddOfProduct(target, names);
        }

        table.Keys = Targets(OrderField.OrderId);
        table.Receiver = Targets(OrderField.Name, OrderField.Email, OrderField.UserId);
        return table;

        RowTarget[] Targets(params OrderField[] fields) => Array.ConvertAll(fields, field => table.All[field.Ordinal]);
    }
}
