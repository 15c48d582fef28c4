using System;
using System.Globalization;

namespace OrderOps.Input;

/// <summary>
/// The member that holds what a service takes beside the fields that are known of it. It is sent on as it is, so a number
/// in it stays a number, where all others are the text that stands there.
/// </summary>
internal static class VerbatimMember
{
    public const string Name = "AdditionalData";

    public static bool Is(string name) => string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A number with all of its digits; the text where it is none, or would lose some.</summary>
    public static object Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) && whole.ToString(CultureInfo.InvariantCulture) == text)
        {
            return whole;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) && exact.ToString(CultureInfo.InvariantCulture) == text ? exact : text;
    }
}
