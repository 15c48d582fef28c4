using System.Collections.Generic;

namespace OrderOps.Integration;

/// <summary>
/// The fields of an order: their names on the wire (vendor page: Order Upsert API, kept as spelt there), their names for
/// people, and what may stand in them. The one place where these names live.
/// </summary>
internal sealed class OrderField
{
    private static readonly List<OrderField> Fields = new();

    public static readonly OrderField Name = new("name", nameof(Order.Name), FieldKind.Text, required: true, "customer_name");
    public static readonly OrderField Email = new("email", nameof(Order.Email), FieldKind.Email, required: true, "email_id", "e_mail");
    public static readonly OrderField Phone = new("phone", nameof(Order.Phone), FieldKind.Code, required: false, "mobile", "phone_number");
    public static readonly OrderField Address = new("address", nameof(Order.Address), FieldKind.Text, required: false, "location");
    public static readonly OrderField OrderId = new("order_id", nameof(Order.OrderId), FieldKind.Code, required: true, "order_number", "order_no", "order");
    public static readonly OrderField TotalAmount = new("total_amount", nameof(Order.TotalAmount), FieldKind.Amount, required: true);
    public static readonly OrderField Discount = new("discount", nameof(Order.Discount), FieldKind.Amount, required: true, "total_discount");
    public static readonly OrderField TotalQuantity = new("total_qty", nameof(Order.TotalQuantity), FieldKind.Quantity, required: false);
    public static readonly OrderField ReferralCode = new("refferral_code", nameof(Order.ReferralCode), FieldKind.Code, required: true);
    public static readonly OrderField UserId = new("user_id", nameof(Order.UserId), FieldKind.Code, required: true);

    /// <summary>How many there are.</summary>
    public const int Count = 10;

    /// <summary>The wire name of the list of products, which stands before <c>order_id</c> on the wire.</summary>
    public const string Products = "products";

    private OrderField(string wireName, string readableName, FieldKind kind, bool required, params string[] aliases)
    {
        Ordinal = Fields.Count;
        WireName = wireName;
        ReadableName = readableName;
        Kind = kind;
        Required = required;
        Aliases = aliases;
        Fields.Add(this);
    }

    /// <summary>All of them, in the vendor's order.</summary>
    public static IReadOnlyList<OrderField> All => Fields;

    public int Ordinal { get; }

    public string WireName { get; }

    public string ReadableName { get; }

    public FieldKind Kind { get; }

    /// <summary>Whether the vendor's table marks it as required.</summary>
    public bool Required { get; }

    /// <summary>Other names that inputs use for it.</summary>
    public IReadOnlyList<string> Aliases { get; }
}
