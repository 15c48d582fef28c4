using System.Collections.Generic;
using OrderOps.Input;

namespace OrderOps.Itl;

/// <summary>
/// One order for ITL, by readable names. Every value is text; what is blank is unknown. Values are kept as they came
/// and are normalised and checked when the order is tested or sent. Dimensions are in cm, weight in kg, amounts in INR.
/// Wire names: vendor page Sync Order v1.
/// </summary>
public sealed class Order
{
    private readonly string?[] _values = new string?[OrderField.Count];

    /// <summary>The seller's order number (<c>order</c>). With <see cref="SubOrder"/> the key of the order.</summary>
    public string? OrderNumber { get => this[OrderField.OrderNumber]; set => this[OrderField.OrderNumber] = value; }

    /// <summary>Part of an order that ships in parts (<c>sub_order</c>).</summary>
    public string? SubOrder { get => this[OrderField.SubOrder]; set => this[OrderField.SubOrder] = value; }

    /// <summary>
    /// When it was ordered (<c>order_date</c>, <c>dd-MM-yyyy HH:mm:ss</c>, Indian time). Takes text, a DateTime, a
    /// DateTimeOffset, an Excel serial or Unix time, and gives text.
    /// </summary>
    public object? OrderDate { get => this[OrderField.OrderDate]; set => this[OrderField.OrderDate] = InputText.From(value); }

    /// <summary>Total of the order in INR (<c>total_amount</c>).</summary>
    public string? TotalAmount { get => this[OrderField.TotalAmount]; set => this[OrderField.TotalAmount] = value; }

    /// <summary>Name of the receiver (<c>name</c>).</summary>
    public string? Name { get => this[OrderField.Name]; set => this[OrderField.Name] = value; }

    /// <summary>Company of the receiver (<c>company_name</c>).</summary>
    public string? CompanyName { get => this[OrderField.CompanyName]; set => this[OrderField.CompanyName] = value; }

    /// <summary>First line of the address (<c>add</c>). The three lines together have at least 10 characters.</summary>
    public string? Address { get => this[OrderField.Address]; set => this[OrderField.Address] = value; }

    /// <summary>Second line of the address (<c>add2</c>).</summary>
    public string? Address2 { get => this[OrderField.Address2]; set => this[OrderField.Address2] = value; }

    /// <summary>Third line of the address (<c>add3</c>).</summary>
    public string? Address3 { get => this[OrderField.Address3]; set => this[OrderField.Address3] = value; }

    /// <summary>PIN code, six digits (<c>pin</c>).</summary>
    public string? Pin { get => this[OrderField.Pin]; set => this[OrderField.Pin] = value; }

    /// <summary>City (<c>city</c>).</summary>
    public string? City { get => this[OrderField.City]; set => this[OrderField.City] = value; }

    /// <summary>State (<c>state</c>).</summary>
    public string? State { get => this[OrderField.State]; set => this[OrderField.State] = value; }

    /// <summary>Country (<c>country</c>).</summary>
    public string? Country { get => this[OrderField.Country]; set => this[OrderField.Country] = value; }

    /// <summary>Phone of the receiver, ten digits (<c>phone</c>).</summary>
    public string? Phone { get => this[OrderField.Phone]; set => this[OrderField.Phone] = value; }

    /// <summary>Second phone (<c>alt_phone</c>).</summary>
    public string? AltPhone { get => this[OrderField.AltPhone]; set => this[OrderField.AltPhone] = value; }

    /// <summary>E-mail (<c>email</c>).</summary>
    public string? Email { get => this[OrderField.Email]; set => this[OrderField.Email] = value; }

    /// <summary><c>yes</c> or <c>no</c> (<c>is_billing_same_as_shipping</c>).</summary>
    public string? BillingSameAsShipping { get => this[OrderField.BillingSameAsShipping]; set => this[OrderField.BillingSameAsShipping] = value; }

    /// <summary>Name on the bill (<c>billing_name</c>).</summary>
    public string? BillingName { get => this[OrderField.BillingName]; set => this[OrderField.BillingName] = value; }

    /// <summary>Company on the bill (<c>billing_company_name</c>).</summary>
    public string? BillingCompanyName { get => this[OrderField.BillingCompanyName]; set => this[OrderField.BillingCompanyName] = value; }

    /// <summary>First line of the billing address (<c>billing_add</c>).</summary>
    public string? BillingAddress { get => this[OrderField.BillingAddress]; set => this[OrderField.BillingAddress] = value; }

    /// <summary>Second line of the billing address (<c>billing_add2</c>).</summary>
    public string? BillingAddress2 { get => this[OrderField.BillingAddress2]; set => this[OrderField.BillingAddress2] = value; }

    /// <summary>Third line of the billing address (<c>billing_add3</c>).</summary>
    public string? BillingAddress3 { get => this[OrderField.BillingAddress3]; set => this[OrderField.BillingAddress3] = value; }

    /// <summary>PIN code of the billing address (<c>billing_pin</c>).</summary>
    public string? BillingPin { get => this[OrderField.BillingPin]; set => this[OrderField.BillingPin] = value; }

    /// <summary>City of the billing address (<c>billing_city</c>).</summary>
    public string? BillingCity { get => this[OrderField.BillingCity]; set => this[OrderField.BillingCity] = value; }

    /// <summary>State of the billing address (<c>billing_state</c>).</summary>
    public string? BillingState { get => this[OrderField.BillingState]; set => this[OrderField.BillingState] = value; }

    /// <summary>Country of the billing address (<c>billing_country</c>).</summary>
    public string? BillingCountry { get => this[OrderField.BillingCountry]; set => this[OrderField.BillingCountry] = value; }

    /// <summary>Phone on the bill (<c>billing_phone</c>).</summary>
    public string? BillingPhone { get => this[OrderField.BillingPhone]; set => this[OrderField.BillingPhone] = value; }

    /// <summary>Second phone on the bill (<c>billing_alt_phone</c>).</summary>
    public string? BillingAltPhone { get => this[OrderField.BillingAltPhone]; set => this[OrderField.BillingAltPhone] = value; }

    /// <summary>E-mail on the bill (<c>billing_email</c>).</summary>
    public string? BillingEmail { get => this[OrderField.BillingEmail]; set => this[OrderField.BillingEmail] = value; }

    /// <summary>What is in the parcel (<c>products</c>); at least one.</summary>
    public List<Product> Products { get; set; } = new();

    /// <summary>Length of the parcel in cm (<c>shipment_length</c>).</summary>
    public string? Length { get => this[OrderField.Length]; set => this[OrderField.Length] = value; }

    /// <summary>Width of the parcel in cm (<c>shipment_width</c>).</summary>
    public string? Width { get => this[OrderField.Width]; set => this[OrderField.Width] = value; }

    /// <summary>Height of the parcel in cm (<c>shipment_height</c>).</summary>
    public string? Height { get => this[OrderField.Height]; set => this[OrderField.Height] = value; }

    /// <summary>Weight of the parcel in kg (<c>weight</c>).</summary>
    public string? Weight { get => this[OrderField.Weight]; set => this[OrderField.Weight] = value; }

    /// <summary>Shipping charged to the buyer in INR (<c>shipping_charges</c>).</summary>
    public string? ShippingCharges { get => this[OrderField.ShippingCharges]; set => this[OrderField.ShippingCharges] = value; }

    /// <summary>Gift wrap charged to the buyer in INR (<c>giftwrap_charges</c>).</summary>
    public string? GiftWrapCharges { get => this[OrderField.GiftWrapCharges]; set => this[OrderField.GiftWrapCharges] = value; }

    /// <summary>Transaction charges in INR (<c>transaction_charges</c>).</summary>
    public string? TransactionCharges { get => this[OrderField.TransactionCharges]; set => this[OrderField.TransactionCharges] = value; }

    /// <summary>Discount on the order in INR (<c>total_discount</c>).</summary>
    public string? TotalDiscount { get => this[OrderField.TotalDiscount]; set => this[OrderField.TotalDiscount] = value; }

    /// <summary>First-attempt discount in INR (<c>first_attemp_discount</c>, the vendor's spelling).</summary>
    public string? FirstAttemptDiscount { get => this[OrderField.FirstAttemptDiscount]; set => this[OrderField.FirstAttemptDiscount] = value; }

    /// <summary>Amount to collect on delivery in INR (<c>cod_amount</c>); 0 for a prepaid order.</summary>
    public string? CodAmount { get => this[OrderField.CodAmount]; set => this[OrderField.CodAmount] = value; }

    /// <summary>Charges for collecting in INR (<c>cod_charges</c>).</summary>
    public string? CodCharges { get => this[OrderField.CodCharges]; set => this[OrderField.CodCharges] = value; }

    /// <summary>Amount paid in advance in INR (<c>advance_amount</c>); the total for a prepaid order.</summary>
    public string? AdvanceAmount { get => this[OrderField.AdvanceAmount]; set => this[OrderField.AdvanceAmount] = value; }

    /// <summary><c>COD</c> or <c>Prepaid</c> (<c>payment_mode</c>).</summary>
    public string? PaymentMode { get => this[OrderField.PaymentMode]; set => this[OrderField.PaymentMode] = value; }

    /// <summary>Name of the reseller (<c>reseller_name</c>).</summary>
    public string? ResellerName { get => this[OrderField.ResellerName]; set => this[OrderField.ResellerName] = value; }

    /// <summary>E-way bill number (<c>eway_bill_number</c>).</summary>
    public string? EwayBillNumber { get => this[OrderField.EwayBillNumber]; set => this[OrderField.EwayBillNumber] = value; }

    /// <summary>GST number of the buyer (<c>gst_number</c>).</summary>
    public string? GstNumber { get => this[OrderField.GstNumber]; set => this[OrderField.GstNumber] = value; }

    /// <summary>The values by ordinal, for binding.</summary>
    internal string?[] Values => _values;

    internal string? this[OrderField field]
    {
        get => _values[field.Ordinal];
        set => _values[field.Ordinal] = value;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.IsNullOrEmpty(SubOrder) ? OrderNumber ?? "" : $"{OrderNumber}/{SubOrder}";
}
