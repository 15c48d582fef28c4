using System;
using System.Globalization;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Binding;

/// <summary>What a parameter for a moment takes: a date as PowerShell has it, a text that can mean one moment only, or Unix seconds.</summary>
internal static class MomentArgument
{
    private const DateTimeStyles Local = DateTimeStyles.AssumeLocal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] Forms =
    {
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz",
    };

    /// <summary>Reads it; a date without a zone is one of this machine's.</summary>
    public static DateTimeOffset? Read(string parameter, object? given)
    {
        object? value = Dictionaries.Unwrap(given);
        switch (value)
        {
            case null:
                return null;
            case DateTimeOffset moment:
                return moment;
            case DateTime { Kind: DateTimeKind.Unspecified } date:
                return new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Local));
            case DateTime date:
                return new DateTimeOffset(date);
            case int or long or uint:
                return Unix(parameter, Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case string text when DateTimeOffset.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, Local, out DateTimeOffset read):
                return read;
            case string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds):
                return Unix(parameter, seconds);
            default:
                throw Refuse(parameter, value);
        }
    }

    private static DateTimeOffset Unix(string parameter, long seconds) =>
        seconds is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : throw Refuse(parameter, seconds);

    private static ServiceConfigurationException Refuse(string parameter, object value) => new(
        "DateNotUsable",
        string.Format(CultureInfo.InvariantCulture, "-{0} does not take '{1}': it is no date, or one that could mean two days.", parameter, value),
        $"Give a date such as (Get-Date).AddDays(-1), a text such as '2026-11-20' or '2026-11-20T09:00:00+02:00', or Unix seconds.");
}
