using System;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// The two forms that nearly all dates have, <c>yyyy-MM-dd HH:mm:ss</c> (or with a T) and <c>dd-MM-yyyy HH:mm:ss</c>,
/// read without a pattern: a tenth of the time. Whatever else it meets it leaves to <see cref="WrittenDate"/>.
/// </summary>
internal static class CommonDate
{
    public static DateReading? Read(string text)
    {
        if (text.Length != 19 || text[13] != ':' || text[16] != ':' || (text[10] != ' ' && text[10] != 'T'))
        {
            return null;
        }

        bool yearFirst = text[4] == '-' && text[7] == '-';
        if (!yearFirst && !(text[2] == '-' && text[5] == '-'))
        {
            return null;
        }

        int year = yearFirst ? Four(text, 0) : Four(text, 6);
        int month = yearFirst ? Two(text, 5) : Two(text, 3);
        int day = yearFirst ? Two(text, 8) : Two(text, 0);
        int hour = Two(text, 11);
        int minute = Two(text, 14);
        int second = Two(text, 17);
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59
            || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return DateReading.At(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified), null);
    }

    /// <summary>Two digits as a number; far below 0 where they are none.</summary>
    private static int Two(string text, int at) =>
        DigitText.IsDigit(text[at]) && DigitText.IsDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -100_000;

    private static int Four(string text, int at) => (Two(text, at) * 100) + Two(text, at + 2);
}
