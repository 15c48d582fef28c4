using System;
using System.Globalization;

namespace OrderOps.Input;

/// <summary>Turns a value of any input into text, the same under every culture.</summary>
internal static class InputText
{
    /// <summary>
    /// Dates become ISO 8601, with their offset where they have one; whole floating-point numbers are written out, so that a
    /// phone number that a spreadsheet made a number comes back as its digits (a number too large to be exact keeps its E).
    /// </summary>
    public static string? From(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime { Kind: DateTimeKind.Unspecified } moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime moment => new DateTimeOffset(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
