using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Benchmarks;

/// <summary>Made-up orders as wide as samples/orders.csv, each with a number of its own.</summary>
internal static class SampleOrder
{
    private static readonly string[] Names = ["Rohan Sharma", "Leela Nair", "Anita Desai", "Farhan Qureshi", "Meera Iyer", "Zoë D'Souza"];
    private static readonly (string Pin, string City, string State)[] Places =
    [
        ("700019", "Kolkata", "West Bengal"), ("781005", "Guwahati", "Assam"), ("400067", "Mumbai", "Maharashtra"),
        ("560034", "Bengaluru", "Karnataka"), ("110016", "New Delhi", "Delhi"), ("600028", "Chennai", "Tamil Nadu"),
    ];

    private static readonly string[] Articles = ["USB-C cable", "Cotton bedsheet 90x100", "Steel bottle 1 l", "Notebook, ruled", "Desk lamp"];

    /// <summary>The columns, in order; the product's are among them, one line an order.</summary>
    public static IReadOnlyList<string> Columns { get; } = Values(0, "").Select(pair => pair.Name).ToArray();

    /// <summary>One order, value by value.</summary>
    public static (string Name, string Value)[] Values(int index, string prefix)
    {
        var place = Places[index % Places.Length];
        int price = 149 + (index % 50 * 20);
        int quantity = 1 + (index % 3);
        string total = Text(price * quantity);
        bool cod = index % 2 == 0;
        return
        [
            ("order", prefix + Text(index)), ("sub_order", ""),
            ("order_date", FormattableString.Invariant($"{1 + (index % 28):00}-11-2026 {index % 24:00}:{index % 60:00}:00")),
            ("total_amount", total), ("name", Names[index % Names.Length]), ("company_name", ""),
            ("add", FormattableString.Invariant($"{101 + (index % 800)} Shreeji Sharan, Station Road")), ("add2", "2nd Floor"), ("add3", ""),
            ("pin", place.Pin), ("city", place.City), ("state", place.State), ("country", "India"),
            ("phone", FormattableString.Invariant($"98{index % 100000000:00000000}")), ("alt_phone", ""),
            ("email", FormattableString.Invariant($"buyer{index}@example.com")),
            ("product_name", Articles[index % Articles.Length]), ("product_sku", FormattableString.Invariant($"SKU{index % 500:000}")),
            ("product_quantity", Text(quantity)), ("product_price", Text(price)), ("product_tax_rate", "5"), ("product_hsn_code", "8544"),
            ("product_discount", "0"), ("shipment_length", "20"), ("shipment_width", "15"), ("shipment_height", "5"), ("weight", "1.25"),
            ("shipping_charges", "0"), ("cod_amount", cod ? total : "0"), ("payment_mode", cod ? "COD" : "Prepaid"), ("gst_number", ""),
        ];
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
