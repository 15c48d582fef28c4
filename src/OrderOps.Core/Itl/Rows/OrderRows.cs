using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Outcomes;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>How rows become ITL orders: the fields by all of their names, and what makes rows one order.</summary>
internal sealed class OrderRows : RowSchema<Order>
{
    // Where rows of one order differ in these, two orders may have been mixed up, and a guess would cost a parcel.
    private static readonly HashSet<OrderField> MustAgree =
    [
        OrderField.OrderNumber, OrderField.SubOrder, OrderField.Name, OrderField.Address, OrderField.Address2, OrderField.Address3,
        OrderField.Phone, OrderField.Pin, OrderField.PaymentMode, OrderField.TotalAmount,
    ];

    private static readonly RowTable Names = MakeTable();

    private OrderRows()
    {
    }

    public static OrderRows Schema { get; } = new();

    public override RowTable Table => Names;

    public override RowWords Words { get; } = new(
        "Name it: -Map @{ order = '…' }, with the column that holds it.",
        "Gather scattered rows with ConvertTo-ItlOrder -Unsorted, or sort the input by order.",
        "Mend the rows, or let the first value stand with ConvertTo-ItlOrder -OnConflict First.",
        "Repeat the order number on each row of an order.",
        "Write each product as an object, @{ name = '…'; quantity = 1; price = 100; hsn_code = '…' }, or one item a row.");

    public static RowTarget Of(OrderField field) => Names.All[field.Ordinal];

    public static RowTarget Of(ProductField field) => Names.All[OrderField.Count + 1 + field.Ordinal];

    public override Order Create() => new();

    public override string?[] ValuesOf(Order order) => order.Values;

    public override int CountProducts(Order order) => order.Products.Count;

    public override string?[] ProductOf(Order order, int index) => order.Products[index].Values;

    public override string?[] AddProduct(Order order)
    {
        Product product = new();
        order.Products.Add(product);
        return product.Values;
    }

    public override void MoveProducts(Order from, Order to) => to.Products.AddRange(from.Products);

    public override string?[]? ValuesOfProduct(object item) => (item as Product)?.Values;

    public override BoundRow<Order> Row(Order order, InputRecord? record, object? source, RowMap map) => new BoundRow(this, order, record, source, map);

    public override GroupedOrder<Order> Group(Order order, IReadOnlyList<Finding> findings, IReadOnlyList<object?> sources, IReadOnlyList<string> unknownNames, string? firstOrigin) =>
        new GroupedOrder(order, findings, sources, unknownNames, firstOrigin);

    private static RowTable MakeTable()
    {
        RowTable table = new();
        foreach (OrderField field in OrderField.All)
        {
            table.Add(
                new RowTarget(field.WireName, RowPart.Order, field.Ordinal)
                {
                    MustAgree = MustAgree.Contains(field),
                    Same = (a, b) => SameValue.Of(field.Kind, a, b),
                },
                [field.WireName, field.ReadableName, .. field.Aliases]);
        }

        table.Add(new RowTarget(OrderField.Products, RowPart.Products, 0), OrderField.Products);
        foreach (ProductField field in ProductField.All)
        {
            RowTarget target = new(field.WireName, RowPart.Product, field.Ordinal);
            string[] clear = ProductNames.ClearInARow(field);
            table.Add(target, [field.WireName, field.FlatName, .. clear]);
            table.AddOfProduct(target, [field.WireName, field.ReadableName, .. clear]);
        }

        table.Keys = Targets(OrderField.OrderNumber, OrderField.SubOrder);
        table.Receiver = Targets(OrderField.Name, OrderField.Address, OrderField.Pin);
        return table;

        RowTarget[] Targets(params OrderField[] fields) => fields.Select(field => table.All[field.Ordinal]).ToArray();
    }
}
