using System;
using System.Text.RegularExpressions;

namespace OrderOps.Itl;

/// <summary>The time of day behind a date, with an offset where there is one.</summary>
internal static class ClockText
{
    /// <summary>For a date's pattern: a time with or without seconds, fraction, AM or PM, and offset.</summary>
    public const string Pattern =
        @"(?:(?:[Tt]|,?\ +)(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]{1,9})?)?(?:\ ?(?<half>[AaPp])\.?[Mm]\.?)?(?:\ ?(?<zone>[Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?)?";

    /// <summary>Adds the time of a match to its day; nothing where no clock shows it.</summary>
    public static DateReading? On(DateTime day, Match match)
    {
        int hour = Number(match, "h");
        int minute = Number(match, "m");
        int second = Number(match, "s");
        Group half = match.Groups["half"];
        if (half.Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half.Value is "P" or "p" ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 59 || !TryOffset(match.Groups["zone"], out TimeSpan? offset))
        {
            return null;
        }

        return DateReading.At(day.AddSeconds((hour * 3600) + (minute * 60) + second), offset);
    }

    public static int Number(Match match, string group)
    {
        int number = 0;
        foreach (char c in match.Groups[group].Value)
        {
            number = (number * 10) + (c - '0');
        }

        return number;
    }

    private static bool TryOffset(Group zone, out TimeSpan? offset)
    {
        offset = null;
        if (!zone.Success)
        {
            return true;
        }

        string text = zone.Value.Replace(":", "");
        if (text[0] is not ('+' or '-'))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        int hours = ((text[1] - '0') * 10) + (text[2] - '0');
        int minutes = text.Length > 3 ? ((text[3] - '0') * 10) + (text[4] - '0') : 0;
        int total = (hours * 60) + minutes;
        offset = TimeSpan.FromMinutes(text[0] == '-' ? -total : total);
        return hours <= 14 && minutes <= 59;
    }
}
