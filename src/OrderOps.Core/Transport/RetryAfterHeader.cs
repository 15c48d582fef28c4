using System;
using System.Globalization;

namespace OrderOps.Transport;

/// <summary>The Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3).</summary>
public static class RetryAfterHeader
{
    private static readonly string[] DateFormats =
    {
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    };

    /// <summary>The pause that is asked for, never negative; null if the text is neither seconds nor a date.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="now">What a date is measured from.</param>
    public static TimeSpan? Parse(string? text, DateTimeOffset now)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;
        if (!DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, Utc, out var date))
            return null;

        return date > now ? date - now : TimeSpan.Zero;
    }
}
