using System;
using System.Globalization;

namespace OrderOps.External;

/// <summary>Times on the wire: Unix seconds, or ISO 8601.</summary>
internal static class WireTime
{
    /// <summary>From here on a number counts milliseconds: as seconds it would be the year 5138.</summary>
    private const decimal FirstOfMilliseconds = 100_000_000_000m;

    private static readonly string[] Forms =
    {
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    };

    /// <summary>Reads a time; one without a zone is UTC, which the vendor does not say.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            decimal milliseconds = Math.Abs(number) >= FirstOfMilliseconds ? number : number * 1000m;
            return milliseconds is > -62_135_596_800_000m and < 253_402_300_800_000m ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
        }

        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
    }
}
