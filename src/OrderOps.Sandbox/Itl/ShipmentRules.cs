using System;
using System.Globalization;
using System.Linq;

namespace OrderOps.Sandbox.Itl;

/// <summary>Why the service refuses one shipment while it takes its neighbours.</summary>
internal static class ShipmentRules
{
    private const int ShortestAddress = 10;

    /// <summary>The remark of the refusal; null if the shipment is good.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="number">Its place in the request, from 1.</param>
    /// <param name="pinExists">Whether the service delivers to a PIN.</param>
    public static string? Refusal(Shipment shipment, int number, Func<string, bool> pinExists)
    {
        var fields = shipment.Fields;
        var blank = ShipmentFields.Required.FirstOrDefault(key => string.IsNullOrWhiteSpace(fields[key]));
        if (blank is not null)
            return About(number, $"{blank} field is required.");
        if (fields["add"].Length + fields["add2"].Length + fields["add3"].Length < ShortestAddress)
            return About(number, "address must be at least 10 characters.");
        if (!IsDigits(fields["pin"], 6) || !pinExists(fields["pin"]))
            return "Pincode does not exists";
        if (!IsDigits(fields["phone"], 10))
            return About(number, "phone must be 10 digits.");
        if (fields["payment_mode"] is not ("COD" or "Prepaid"))
            return About(number, "payment_mode must be COD or Prepaid.");
        return shipment.Products is { Count: > 0 } ? null : About(number, "products field is required.");
    }

    /// <summary>Whether the service's own arithmetic fails on a product: it multiplies text that is no number.</summary>
    public static bool BreaksArithmetic(Shipment shipment)
        => shipment.Fields.IsMalformed
            || shipment.Products!.Any(product => product.IsMalformed
                || string.IsNullOrWhiteSpace(product["product_hsn_code"])
                || !IsNumber(product["product_tax_rate"])
                || !IsNumber(product["product_discount"]));

    private static string About(int number, string text) => $"Shipment #{number.ToString(CultureInfo.InvariantCulture)} {text}";

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(letter => letter is >= '0' and <= '9');

    private static bool IsNumber(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number);
}
