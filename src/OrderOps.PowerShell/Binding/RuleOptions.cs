using System;
using System.Collections.Generic;
using System.Globalization;
using OrderOps.Itl;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Binding;

/// <summary>The rules' options as a command line gives them.</summary>
internal static class RuleOptions
{
    private static readonly string[] OffsetForms = { @"hh\:mm", "hhmm", @"h\:mm" };

    public static OrderRuleOptions Of(string? dateFormat, string? timeZone, IReadOnlyDictionary<string, string>? additionalField)
    {
        OrderRuleOptions options = new() { DateFormat = dateFormat, AdditionalField = additionalField };
        if (timeZone is not null)
        {
            options.TimeZone = Zone(timeZone);
        }

        return options;
    }

    private static TimeZoneInfo Zone(string text)
    {
        string offset = text.TrimStart('+', '-');
        if (text.Length > offset.Length && TimeSpan.TryParseExact(offset, OffsetForms, CultureInfo.InvariantCulture, out TimeSpan size) && size <= TimeSpan.FromHours(14))
        {
            return TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -size : size, text, text);
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(text);
        }
        catch (Exception failure) when (failure is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new ServiceConfigurationException(
                "TimeZoneUnknown",
                $"This machine knows no time zone '{text}'.",
                "Give an offset such as +05:30, or an id that [TimeZoneInfo]::GetSystemTimeZones() lists.",
                inner: failure);
        }
    }
}
