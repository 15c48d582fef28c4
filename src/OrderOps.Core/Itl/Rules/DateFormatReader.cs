using System;
using System.Globalization;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>A date format that the user named: a .NET format, read exactly, and the same under every culture.</summary>
internal sealed class DateFormatReader
{
    private static readonly DateTimeFormatInfo Names = MakeNames();

    private readonly string _format;

    /// <exception cref="ServiceConfigurationException">It is no format, or leaves out day, month or year.</exception>
    public DateFormatReader(string format)
    {
        _format = format;
        if (!TellsDaysApart(format))
        {
            throw new ServiceConfigurationException("ItlDateFormatInvalid", $"The date format '{format}' does not say where day, month and year stand.",
                "Give a .NET date format, e.g. 'dd/MM/yyyy HH:mm' or 'MM/dd/yyyy'.");
        }
    }

    /// <summary>Whether the year stands first in it, so that a year-first text that it can't read may have the day second.</summary>
    public bool YearFirst => _format.TrimStart(' ', '\'', '"')[0] is 'y';

    public DateReading? Read(string text)
    {
        if (!DateTime.TryParseExact(text, _format, Names, DateTimeStyles.AdjustToUniversal, out DateTime moment))
        {
            return null;
        }

        return DateReading.At(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified), moment.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null);
    }

    private static bool TellsDaysApart(string format)
    {
        try
        {
            string Write(int year, int month, int day) => new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).ToString(format, Names);
            string day = Write(2025, 3, 4);
            // A whole number of weeks and years apart, so that a weekday's name alone tells nothing.
            return day != Write(2025, 3, 11) && day != Write(2025, 11, 4) && day != Write(2014, 3, 4);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static DateTimeFormatInfo MakeNames()
    {
        // The pivot of two-digit years differs between runtimes unless it is set.
        var names = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        names.Calendar = new GregorianCalendar { TwoDigitYearMax = 2069 };
        return names;
    }
}
