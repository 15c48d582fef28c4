using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;

namespace OrderOps.Sandbox.Itl;

/// <summary>The keys of the vendor's sample request (vendor page: Sync Order v1), in its order and its spelling.</summary>
internal static class ShipmentFields
{
    public const string Products = "products";

    public static readonly string[] Shipment =
    [
        "order", "sub_order", "order_date", "total_amount", "name", "company_name", "add", "add2", "add3", "pin", "city",
        "state", "country", "phone", "alt_phone", "email", "is_billing_same_as_shipping", "billing_name",
        "billing_company_name", "billing_add", "billing_add2", "billing_add3", "billing_pin", "billing_city",
        "billing_state", "billing_country", "billing_phone", "billing_alt_phone", "billing_email", "shipment_length",
        "shipment_width", "shipment_height", "weight", "shipping_charges", "giftwrap_charges", "transaction_charges",
        "total_discount", "first_attemp_discount", "cod_amount", "cod_charges", "advance_amount", "payment_mode",
        "reseller_name", "eway_bill_number", "gst_number",
    ];

    public static readonly string[] Product =
    [
        "product_name", "product_sku", "product_quantity", "product_price", "product_tax_rate", "product_hsn_code",
        "product_discount",
    ];

    /// <summary>What may not be blank, by the vendor's table for adding the same shipment.</summary>
    public static readonly string[] Required =
    [
        "order", "order_date", "total_amount", "name", "add", "pin", "phone", "billing_name", "billing_add", "billing_pin",
        "billing_phone", "shipment_length", "shipment_width", "shipment_height", "weight", "payment_mode",
    ];

    public static readonly IReadOnlyDictionary<string, int> ShipmentIndex = Index(Shipment);

    public static readonly IReadOnlyDictionary<string, int> ProductIndex = Index(Product);

    /// <summary>The known names, so that reading a million shipments does not make each name anew.</summary>
    public static readonly DefaultJsonNameTable Names = NameTable();

    private static Dictionary<string, int> Index(string[] names)
        => names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);

    private static DefaultJsonNameTable NameTable()
    {
        var table = new DefaultJsonNameTable();
        foreach (var name in Shipment.Concat(Product).Concat([Products, "data", "shipments", "access_token", "secret_key", "awb_numbers"]))
            table.Add(name);
        return table;
    }
}
