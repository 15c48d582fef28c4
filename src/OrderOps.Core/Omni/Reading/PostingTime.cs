using System;
using System.Globalization;

namespace OrderOps.Omni;

/// <summary>
/// The three forms of a time: ISO 8601 (vendor's samples), Unix seconds or milliseconds (vendor's table), and
/// <c>23-08-2023T12:07:18</c> (older postings).
/// </summary>
internal static class PostingTime
{
    /// <summary>From here on a number can't be seconds any more: that would be the year 5138.</summary>
    private const decimal FirstMilliseconds = 100_000_000_000m;

    private static readonly string[] Zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "dd-MM-yyyy'T'HH:mm:ss.FFFFFFFzzz",
    ];

    private static readonly string[] Unzoned =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd",
        "dd-MM-yyyy'T'HH:mm:ss.FFFFFFF", "dd-MM-yyyy HH:mm:ss.FFFFFFF", "dd-MM-yyyy",
    ];

    /// <summary>Reads a time; nothing where it is none.</summary>
    /// <param name="text">The text or the number, as it came.</param>
    /// <param name="assumed">Whether it had no zone and was taken as UTC. A number needs none.</param>
    public static DateTimeOffset? Read(string text, out bool assumed)
    {
        assumed = false;
        text = text.Trim();
        if (text.Length > 64)
        {
            return null;
        }

        if (JsonNumbers.Decimal(text) is { } number)
        {
            return Unix(number);
        }

        text = Plain(text);
        if (DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time))
        {
            return time;
        }

        assumed = DateTimeOffset.TryParseExact(text, Unzoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
        return assumed ? time : null;
    }

    // Java adds the zone's name in brackets, writes offsets without a colon, Z, and nanoseconds.
    private static string Plain(string text)
    {
        int bracket = text.IndexOf('[');
        if (bracket > 0)
        {
            text = text.Substring(0, bracket);
        }

        text = WithoutNanoseconds(text);
        int length = text.Length;
        if (length > 0 && text[length - 1] is 'Z' or 'z')
        {
            return text.Substring(0, length - 1) + "+00:00";
        }

        return length > 16 && text[length - 5] is '+' or '-' && text[length - 3] != ':' ? text.Insert(length - 2, ":") : text;
    }

    private static string WithoutNanoseconds(string text)
    {
        int dot = text.IndexOf('.');
        int end = dot + 1;
        while (dot >= 0 && end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - dot > 8 ? text.Remove(dot + 8, end - dot - 8) : text;
    }

    private static DateTimeOffset? Unix(decimal number)
    {
        decimal milliseconds = number >= FirstMilliseconds || number <= -FirstMilliseconds ? number : number * 1000;
        return milliseconds is > -62_135_596_800_000m and < 253_402_300_800_000m ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
    }
}
