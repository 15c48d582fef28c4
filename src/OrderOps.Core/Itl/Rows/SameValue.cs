using System;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>Whether two texts of a field say the same, however they are written.</summary>
internal static class SameValue
{
    public static bool Of(FieldKind kind, string a, string b)
    {
        a = a.Trim();
        b = b.Trim();
        return SameText.Of(a, b, kind == FieldKind.Amount) || kind switch
        {
            FieldKind.Phone => LastDigits(a, 10) is { Length: 10 } digits && digits == LastDigits(b, 10),
            FieldKind.Pin => LastDigits(a, 7) is { Length: 6 } digits && digits == LastDigits(b, 7),
            FieldKind.PaymentMode => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static string LastDigits(string text, int count)
    {
        string digits = string.Concat(Array.FindAll(text.ToCharArray(), c => c is >= '0' and <= '9'));
        return digits.Length <= count ? digits : digits.Substring(digits.Length - count);
    }
}
