using System;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;

namespace OrderOps.External;

/// <summary>Between a value's JSON and its text.</summary>
internal static class WireText
{
    /// <summary>The text of a value; nothing for null.</summary>
    public static string? Read(string raw)
    {
        if (raw == "null")
        {
            return null;
        }

        return raw.Length < 2 || raw[0] != '"' ? raw
            : raw.IndexOf('\\') < 0 ? raw.Substring(1, raw.Length - 2)
            : Unescape(raw);
    }

    public static string Quote(string text) => JsonConvert.ToString(text, '"', StringEscapeHandling.Default);

    /// <summary>Whether JSON can hold it as a number without changing a character: <c>0123</c> and <c>1e3</c> stay text.</summary>
    public static bool IsNumber(string text)
    {
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int point = text.IndexOf('.');
        string whole = text.Substring(start, (point < 0 ? text.Length : point) - start);
        return IsDigits(whole) && (whole.Length == 1 || whole[0] != '0') && (point < 0 || IsDigits(text.Substring(point + 1)));
    }

    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static bool IsDigits(string text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static string Unescape(string raw)
    {
        using JsonTextReader reader = new(new StringReader(raw)) { DateParseHandling = DateParseHandling.None };
        return reader.ReadAsString() ?? throw new FormatException("It is not a JSON string.");
    }
}
