using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace OrderOps.External;

/// <summary>
/// An order of the ECOM.md shop platform (vendor page: Order Sync API). Numbers of things are text, whatever they are on the
/// wire; one that was read is written back as it came.
/// </summary>
public sealed class Order : ExternalRecord
{
    internal static readonly string[] WireNames = ["order_id", "id", "rrn", "shop", "promo_code", "order_items", "address", "status", "created_at"];

    private List<OrderItem>? _items;
    private Address? _address;
    private bool _addressWasRead;

    /// <summary>Makes an empty one.</summary>
    public Order()
        : this(new WireObject())
    {
    }

    internal Order(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of the order (<c>order_id</c>, else <c>id</c>). Without it, setting the order creates one.</summary>
    public string? OrderId
    {
        get => Text("order_id") ?? Text("id");
        set => SetText("order_id", value);
    }

    /// <summary>The shop's own number of the order.</summary>
    public string? Rrn
    {
        get => Text("rrn");
        set => SetText("rrn", value, asNumber: false);
    }

    /// <summary>Number of the store.</summary>
    public string? Shop
    {
        get => Text("shop");
        set => SetText("shop", value);
    }

    /// <summary>Number of the promo code.</summary>
    public string? PromoCode
    {
        get => Text("promo_code");
        set => SetText("promo_code", value);
    }

    /// <summary>The order's state, spelled with underscores; see <see cref="OrderStatus"/>.</summary>
    public string? Status
    {
        get => ReadStatus("status");
        set => SetStatus("status", value);
    }

    /// <summary>When it was made; a time without a zone is taken as UTC, which the vendor does not say.</summary>
    public DateTimeOffset? CreatedAt => WireTime.Read(Text("created_at"));

    /// <summary>What was ordered.</summary>
    public IList<OrderItem> Items
    {
        get => _items ??= ReadItems();
        set => _items = value?.ToList() ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Where it goes; nothing where the service gives none.</summary>
    public Address? Address
    {
        get
        {
            if (!_addressWasRead)
            {
                _addressWasRead = true;
                _address = Wire.Find("address") is { } member && member.Raw[0] == '{' ? new Address(WireObject.Parse(member.Raw)) : null;
            }

            return _address;
        }

        set
        {
            _addressWasRead = true;
            _address = value;
        }
    }

    private protected override IReadOnlyList<string> Names => WireNames;

    private protected override string? StatusName => "status";

    /// <inheritdoc />
    public override string ToString() => OrderId ?? Rrn ?? "";

    private protected override void BeforeWriting(StatusSpelling spelling)
    {
        if (Wire.Find("order_id") is null && Text("id") is { } id)
        {
            // What decides between create and update is not known: without its number it could become a second order.
            SetText("order_id", id);
        }

        if (_items is not null)
        {
            SetIfChanged("order_items", _items.Count == 0 && Wire.Find("order_items") is null ? null : ItemsJson(_items, spelling));
        }

        if (_addressWasRead)
        {
            SetIfChanged("address", _address?.ToJson(spelling) ?? (Wire.Find("address") is null ? null : AddressAsRead()));
        }
    }

    private string AddressAsRead() => Wire.Find("address")!.Raw is { } raw && raw[0] != '{' ? raw : "null";

    private void SetIfChanged(string name, string? json)
    {
        if (json is not null && Wire.Find(name)?.Raw is var raw && raw != json)
        {
            Wire.SetRaw(name, json, WireNames);
        }
    }

    private List<OrderItem> ReadItems() =>
        Wire.Find("order_items") is { } member && member.Raw[0] == '['
            ? WireValue.Elements(member.Raw).Where(raw => raw[0] == '{').Select(raw => new OrderItem(WireObject.Parse(raw))).ToList()
            : [];

    private static string ItemsJson(List<OrderItem> items, StatusSpelling spelling)
    {
        StringBuilder json = new("[");
        foreach (OrderItem item in items)
        {
            if (json.Length > 1)
            {
                json.Append(',');
            }

            item.WriteTo(json, spelling);
        }

        return json.Append(']').ToString();
    }
}
