using System.Collections.Generic;
using System.Globalization;

namespace OrderOps.External;

/// <summary>One item of an order (vendor page: Order Sync API, <c>order_items</c>).</summary>
public sealed class OrderItem : ExternalRecord
{
    internal static readonly string[] WireNames = ["id", "order_id", "order_status", "loyalty_price", "quantity", "product"];

    /// <summary>Makes an empty one.</summary>
    public OrderItem()
        : this(new WireObject())
    {
    }

    internal OrderItem(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>Number of the item, where the service gives one apart from <see cref="OrderId"/>: for Remove-ExternalOrderItem.</summary>
    public string? Id
    {
        get => Text("id");
        set => SetText("id", value);
    }

    /// <summary>What the vendor calls <c>order_id</c> of the item; whether it is the item's or the order's number is not known.</summary>
    public string? OrderId
    {
        get => Text("order_id");
        set => SetText("order_id", value);
    }

    /// <summary>The item's state, spelled with underscores; see <see cref="External.OrderStatus"/>.</summary>
    public string? Status
    {
        get => ReadStatus("order_status");
        set => SetStatus("order_status", value);
    }

    /// <summary>The price for loyal customers, in the shop's currency.</summary>
    public decimal? LoyaltyPrice
    {
        get => WireText.Number(Text("loyalty_price"));
        set => SetNumber("loyalty_price", value);
    }

    /// <summary>How many, in the product's unit.</summary>
    public decimal? Quantity
    {
        get => WireText.Number(Text("quantity"));
        set => SetNumber("quantity", value);
    }

    /// <summary>Number of the product.</summary>
    public string? Product
    {
        get => Text("product");
        set => SetText("product", value);
    }

    private protected override IReadOnlyList<string> Names => WireNames;

    private protected override string? StatusName => "order_status";

    /// <inheritdoc />
    public override string ToString() => $"{Quantity?.ToString(CultureInfo.InvariantCulture) ?? "?"} × {Product}";

    private void SetNumber(string name, decimal? value)
    {
        if (value != WireText.Number(Text(name)))
        {
            SetText(name, value?.ToString(CultureInfo.InvariantCulture));
        }
    }
}
