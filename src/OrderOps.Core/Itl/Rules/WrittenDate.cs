using System;
using System.Text.RegularExpressions;

namespace OrderOps.Itl;

/// <summary>
/// Dates as text. The year first is ISO 8601; hyphens with the day first are the vendor's own form; slashes and dots
/// are read only where day and month can't be mistaken for each other; a month's English name leaves no doubt.
/// </summary>
internal static class WrittenDate
{
    private const string Remedy = "Write it as 2025-12-06 14:05:00 or 06-12-2025 14:05:00, or say with -DateFormat how it is written.";

    private static readonly Regex Numbers = Make(@"^(?<a>[0-9]{1,4})(?<sep>[-/.])(?<b>[0-9]{1,2})\k<sep>(?<c>[0-9]{1,4})" + ClockText.Pattern + "$");

    private static readonly Regex DayThenName = Make(
        @"^(?:[A-Za-z]{3,9},?\ +)?(?<d>[0-9]{1,2})[-\ ]+(?<name>[A-Za-z]{3,9})[-,\ ]+(?<y>[0-9]{4})" + ClockText.Pattern + "$");

    private static readonly Regex NameThenDay = Make(
        @"^(?:[A-Za-z]{3,9},?\ +)?(?<name>[A-Za-z]{3,9})\ +(?<d>[0-9]{1,2}),?\ +(?<y>[0-9]{4})" + ClockText.Pattern + "$");

    private static readonly string[] Months =
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    };

    /// <param name="text">The date.</param>
    /// <param name="dayFirstForms">Whether forms with the year last are read; not where the user named a format of their own.</param>
    public static DateReading Read(string text, bool dayFirstForms)
    {
        Match match = Numbers.Match(text);
        if (match.Success)
        {
            return ReadNumbers(match, dayFirstForms);
        }

        match = DayThenName.Match(text);
        match = match.Success ? match : NameThenDay.Match(text);
        int month = match.Success ? MonthOf(match.Groups["name"].Value) : 0;
        return month > 0
            ? On(match, ClockText.Number(match, "y"), month, ClockText.Number(match, "d"))
            : DateReading.Refuse("is not a date that can be read", Remedy);
    }

    private static DateReading ReadNumbers(Match match, bool dayFirstForms)
    {
        int a = ClockText.Number(match, "a");
        int b = ClockText.Number(match, "b");
        int c = ClockText.Number(match, "c");
        if (match.Groups["a"].Length == 4 && match.Groups["c"].Length <= 2)
        {
            return On(match, a, b, c);
        }

        if (match.Groups["a"].Length > 2 || match.Groups["c"].Length != 4)
        {
            return DateReading.Refuse("has no year of four digits", Remedy);
        }

        if (!dayFirstForms)
        {
            return DateReading.Refuse("is not written as -DateFormat says", "Mend the value, or the format.");
        }

        if (match.Groups["sep"].Value == "-" || a == b || a > 12)
        {
            return On(match, c, b, a);
        }

        return b > 12
            ? On(match, c, a, b)
            : DateReading.Refuse("can be two dates, day first or month first",
                "Say which with -DateFormat, e.g. 'dd/MM/yyyy' or 'MM/dd/yyyy', or write it as 2025-12-06.");
    }

    private static DateReading On(Match match, int year, int month, int day)
    {
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return DateReading.Refuse("is a date that no calendar has", "Check day and month: the day comes first, as in 06-12-2025 for 6 December.");
        }

        return ClockText.On(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified), match)
            ?? DateReading.Refuse("has a time that no clock shows", "Write the time as 14:05:00, with an offset such as +05:30 if it has one.");
    }

    private static int MonthOf(string name)
    {
        for (int i = 0; i < Months.Length; i++)
        {
            if (name.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || name.Equals(Months[i].Substring(0, 3), StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return name.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9 : 0;
    }

    private static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
