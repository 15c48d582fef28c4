using System.Collections.Generic;

namespace OrderOps.Integration;

/// <summary>
/// One order for the integration service, by readable names. Every value is text; what is blank is unknown. Values are
/// kept as they came and are normalised and checked when the order is sent. Wire names: vendor page Order Upsert API.
/// </summary>
public sealed class Order
{
    private readonly string?[] _values = new string?[OrderField.Count];

    /// <summary>Name of the person (<c>name</c>).</summary>
    public string? Name { get => this[OrderField.Name]; set => this[OrderField.Name] = value; }

    /// <summary>E-mail (<c>email</c>).</summary>
    public string? Email { get => this[OrderField.Email]; set => this[OrderField.Email] = value; }

    /// <summary>Mobile number (<c>phone</c>); optional.</summary>
    public string? Phone { get => this[OrderField.Phone]; set => this[OrderField.Phone] = value; }

    /// <summary>Location (<c>address</c>); optional.</summary>
    public string? Address { get => this[OrderField.Address]; set => this[OrderField.Address] = value; }

    /// <summary>What was ordered (<c>products</c>); at least one.</summary>
    public List<Product> Products { get; set; } = new();

    /// <summary>The order's id (<c>order_id</c>), by which it is found again: the key of the upsert.</summary>
    public string? OrderId { get => this[OrderField.OrderId]; set => this[OrderField.OrderId] = value; }

    /// <summary>Amount of the order (<c>total_amount</c>).</summary>
    public string? TotalAmount { get => this[OrderField.TotalAmount]; set => this[OrderField.TotalAmount] = value; }

    /// <summary>Discount that was given (<c>discount</c>); 0 for none.</summary>
    public string? Discount { get => this[OrderField.Discount]; set => this[OrderField.Discount] = value; }

    /// <summary>Pieces in all (<c>total_qty</c>); optional.</summary>
    public string? TotalQuantity { get => this[OrderField.TotalQuantity]; set => this[OrderField.TotalQuantity] = value; }

    /// <summary>Code for getting benefits (<c>refferral_code</c>, the vendor's spelling).</summary>
    public string? ReferralCode { get => this[OrderField.ReferralCode]; set => this[OrderField.ReferralCode] = value; }

    /// <summary>The service's id of the user (<c>user_id</c>).</summary>
    public string? UserId { get => this[OrderField.UserId]; set => this[OrderField.UserId] = value; }

    /// <summary>The values by ordinal, for binding.</summary>
    internal string?[] Values => _values;

    internal string? this[OrderField field]
    {
        get => _values[field.Ordinal];
        set => _values[field.Ordinal] = value;
    }

    /// <inheritdoc />
    public override string ToString() => OrderId ?? "";
}
