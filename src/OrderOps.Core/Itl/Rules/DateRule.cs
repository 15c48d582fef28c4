using System;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// Order dates: read in every form that can mean one moment only, written as Indian wall time. The service takes a date
/// that it can't read silently as today, so whatever is in doubt is stopped here.
/// </summary>
internal sealed class DateRule
{
    private const int LongestDate = 64;

    private readonly TimeZoneInfo _zone;
    private readonly DateFormatReader? _format;
    private readonly Func<DateTimeOffset> _now;

    /// <param name="zone">The zone of dates without an offset.</param>
    /// <param name="format">How dates are written, if the user said so: tried first, and then only forms with the year first, a month's name, or a number.</param>
    /// <param name="now">The present moment.</param>
    public DateRule(TimeZoneInfo zone, string? format, Func<DateTimeOffset> now)
    {
        _zone = zone;
        _format = string.IsNullOrWhiteSpace(format) ? null : new DateFormatReader(format!);
        _now = now;
    }

    public RuleAnswer Apply(string text)
    {
        if (text.Length > LongestDate)
        {
            return RuleAnswer.Refuse("is not a date that can be read", "Write it as 2025-12-06 14:05:00.");
        }

        DateReading reading = Read(text);
        if (reading.Problem != null)
        {
            return RuleAnswer.Refuse(reading.Problem, reading.Remedy!);
        }

        // Nearer the ends of the calendar the zone's arithmetic has no room, and the values are placeholders anyway.
        if (reading.Wall.Year is < 1900 or > 9990)
        {
            return RuleAnswer.Refuse("is a placeholder and not the date of an order", "Give the date on which it was ordered.");
        }

        DateTime indian = reading.Offset is TimeSpan offset ? WallClock.ToIndian(reading.Wall, offset) : WallClock.ToIndian(reading.Wall, _zone);
        string written = WallClock.Write(indian);
        return indian.Year < 2000 || indian > _now().UtcDateTime.AddYears(1)
            ? RuleAnswer.Note(written, $"is far off, and goes out as {written}", "Check the year.")
            : RuleAnswer.Take(string.Equals(written, text, StringComparison.Ordinal) ? text : written);
    }

    private DateReading Read(string text)
    {
        if (_format == null && CommonDate.Read(text) is DateReading common)
        {
            return common;
        }

        text = DigitText.ToAscii(CodeRule.WithoutTextMarker(text));
        if (_format?.Read(text) is DateReading formatted)
        {
            return formatted;
        }

        if (DigitText.IsScientific(text))
        {
            return DateReading.Refuse("is in scientific notation, so digits are lost", "Format the column as a date in the spreadsheet and export it again.");
        }

        if (_format is { YearFirst: true } && text.IndexOf('T') < 0)
        {
            return DateReading.Refuse("is not written as -DateFormat says", "Mend the value, or the format.");
        }

        return NumericDate.Read(text) ?? WrittenDate.Read(text, dayFirstForms: _format == null);
    }
}
