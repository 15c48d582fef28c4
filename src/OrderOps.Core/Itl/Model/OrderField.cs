using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>
/// The fields of a shipment: their names on the wire (vendor page: Sync Order v1, kept as spelt there), their names for
/// people, and what may stand in them. The one place where these names live.
/// </summary>
internal sealed class OrderField
{
    private static readonly List<OrderField> Fields = new();

    public static readonly OrderField OrderNumber = new("order", nameof(Order.OrderNumber), FieldKind.Code, required: true, "order_number", "order_id", "order_no", "OrderId");
    public static readonly OrderField SubOrder = new("sub_order", nameof(Order.SubOrder), FieldKind.Code);
    public static readonly OrderField OrderDate = new("order_date", nameof(Order.OrderDate), FieldKind.Date, required: true);
    public static readonly OrderField TotalAmount = new("total_amount", nameof(Order.TotalAmount), FieldKind.Amount, required: true);
    public static readonly OrderField Name = new("name", nameof(Order.Name), FieldKind.Text, required: true);
    public static readonly OrderField CompanyName = new("company_name", nameof(Order.CompanyName), FieldKind.Text);
    public static readonly OrderField Address = new("add", nameof(Order.Address), FieldKind.Text, required: true, "address1", "add1");
    public static readonly OrderField Address2 = new("add2", nameof(Order.Address2), FieldKind.Text);
    public static readonly OrderField Address3 = new("add3", nameof(Order.Address3), FieldKind.Text);
    public static readonly OrderField Pin = new("pin", nameof(Order.Pin), FieldKind.Pin, required: true, "pincode", "pin_code");
    public static readonly OrderField City = new("city", nameof(Order.City), FieldKind.Text);
    public static readonly OrderField State = new("state", nameof(Order.State), FieldKind.Text);
    public static readonly OrderField Country = new("country", nameof(Order.Country), FieldKind.Text);
    public static readonly OrderField Phone = new("phone", nameof(Order.Phone), FieldKind.Phone, required: true);
    public static readonly OrderField AltPhone = new("alt_phone", nameof(Order.AltPhone), FieldKind.Phone);
    public static readonly OrderField Email = new("email", nameof(Order.Email), FieldKind.Text);
    public static readonly OrderField BillingSameAsShipping = new("is_billing_same_as_shipping", nameof(Order.BillingSameAsShipping), FieldKind.YesNo);
    public static readonly OrderField BillingName = new("billing_name", nameof(Order.BillingName), FieldKind.Text, required: true);
    public static readonly OrderField BillingCompanyName = new("billing_company_name", nameof(Order.BillingCompanyName), FieldKind.Text);
    public static readonly OrderField BillingAddress = new("billing_add", nameof(Order.BillingAddress), FieldKind.Text, required: true, "billing_add1");
    public static readonly OrderField BillingAddress2 = new("billing_add2", nameof(Order.BillingAddress2), FieldKind.Text);
    public static readonly OrderField BillingAddress3 = new("billing_add3", nameof(Order.BillingAddress3), FieldKind.Text);
    public static readonly OrderField BillingPin = new("billing_pin", nameof(Order.BillingPin), FieldKind.Pin, required: true);
    public static readonly OrderField BillingCity = new("billing_city", nameof(Order.BillingCity), FieldKind.Text);
    public static readonly OrderField BillingState = new("billing_state", nameof(Order.BillingState), FieldKind.Text);
    public static readonly OrderField BillingCountry = new("billing_country", nameof(Order.BillingCountry), FieldKind.Text);
    public static readonly OrderField BillingPhone = new("billing_phone", nameof(Order.BillingPhone), FieldKind.Phone, required: true);
    public static readonly OrderField BillingAltPhone = new("billing_alt_phone", nameof(Order.BillingAltPhone), FieldKind.Phone);
    public static readonly OrderField BillingEmail = new("billing_email", nameof(Order.BillingEmail), FieldKind.Text);
    public static readonly OrderField Length = new("shipment_length", nameof(Order.Length), FieldKind.Measure, required: true);
    public static readonly OrderField Width = new("shipment_width", nameof(Order.Width), FieldKind.Measure, required: true);
    public static readonly OrderField Height = new("shipment_height", nameof(Order.Height), FieldKind.Measure, required: true);
    public static readonly OrderField Weight = new("weight", nameof(Order.Weight), FieldKind.Measure, required: true);
    public static readonly OrderField ShippingCharges = new("shipping_charges", nameof(Order.ShippingCharges), FieldKind.Amount);
    public static readonly OrderField GiftWrapCharges = new("giftwrap_charges", nameof(Order.GiftWrapCharges), FieldKind.Amount);
    public static readonly OrderField TransactionCharges = new("transaction_charges", nameof(Order.TransactionCharges), FieldKind.Amount);
    public static readonly OrderField TotalDiscount = new("total_discount", nameof(Order.TotalDiscount), FieldKind.Amount);
    public static readonly OrderField FirstAttemptDiscount = new("first_attemp_discount", nameof(Order.FirstAttemptDiscount), FieldKind.Amount, required: false, "first_attempt_discount");
    public static readonly OrderField CodAmount = new("cod_amount", nameof(Order.CodAmount), FieldKind.Amount);
    public static readonly OrderField CodCharges = new("cod_charges", nameof(Order.CodCharges), FieldKind.Amount);
    public static readonly OrderField AdvanceAmount = new("advance_amount", nameof(Order.AdvanceAmount), FieldKind.Amount);
    public static readonly OrderField PaymentMode = new("payment_mode", nameof(Order.PaymentMode), FieldKind.PaymentMode, required: true);
    public static readonly OrderField ResellerName = new("reseller_name", nameof(Order.ResellerName), FieldKind.Text);
    public static readonly OrderField EwayBillNumber = new("eway_bill_number", nameof(Order.EwayBillNumber), FieldKind.Code);
    public static readonly OrderField GstNumber = new("gst_number", nameof(Order.GstNumber), FieldKind.Code);

    /// <summary>How many there are.</summary>
    public const int Count = 45;

    /// <summary>The wire name of the list of products, which stands after <c>billing_email</c> on the wire.</summary>
    public const string Products = "products";

    private OrderField(string wireName, string readableName, FieldKind kind, bool required = false, params string[] aliases)
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

    /// <summary>Whether the vendor's table calls it not blank.</summary>
    public bool Required { get; }

    /// <summary>Other names that inputs use for it.</summary>
    public IReadOnlyList<string> Aliases { get; }
}
