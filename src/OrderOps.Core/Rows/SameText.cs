using System;
using System.Globalization;

namespace OrderOps.Rows;

/// <summary>Whether two texts of a field say the same, however they are written.</summary>
internal static class SameText
{
    /// <summary>Compares two texts, as numbers where they are.</summary>
    public static bool Of(string a, string b, bool asNumbers) =>
        string.Equals(a.Trim(), b.Trim(), StringComparison.Ordinal)
        || (asNumbers && Number(a) is { } number && number == Number(b));

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
