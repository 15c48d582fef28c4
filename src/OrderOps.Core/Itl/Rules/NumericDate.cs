using System;
using System.Globalization;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>Moments as numbers: an Excel serial (five digits, days), Unix seconds (ten digits) or milliseconds (thirteen).</summary>
internal static class NumericDate
{
    /// <summary>Day 0 of Excel's serials from March 1900 on; its 29 February 1900 never was.</summary>
    private static readonly DateTime ExcelStart = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly DateTime UnixStart = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static DateReading? Read(string text)
    {
        int point = text.IndexOf('.');
        string whole = point < 0 ? text : text.Substring(0, point);
        string decimals = point < 0 ? "" : text.Substring(point + 1);
        if (whole.Length is not (5 or 10 or 13) || !DigitText.AllDigits(whole) || (point >= 0 && !DigitText.AllDigits(decimals)))
        {
            return null;
        }

        string fraction = decimals.Length > 15 ? decimals.Substring(0, 15) : decimals;
        decimal number = decimal.Parse(fraction.Length == 0 ? whole : whole + "." + fraction, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return whole.Length switch
        {
            // A serial's fraction is binary, so the second that it means is the nearest one.
            5 => DateReading.At(ExcelStart.AddSeconds((double)Math.Round(number * 86400m)), null),
            10 => DateReading.At(UnixStart.AddSeconds((double)Math.Floor(number)), TimeSpan.Zero),
            _ => DateReading.At(UnixStart.AddMilliseconds((double)Math.Floor(number)), TimeSpan.Zero),
        };
    }
}
