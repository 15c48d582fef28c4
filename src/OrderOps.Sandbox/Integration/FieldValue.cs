using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Integration;

/// <summary>Reads simple values as the service does: a number and its text are the same.</summary>
internal static class FieldValue
{
    public static bool IsBlank(JToken? value) => value is not JValue || string.IsNullOrWhiteSpace(Text(value));

    public static bool IsNumber(JToken? value)
        => decimal.TryParse(Text(value), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public static string Text(JToken? value)
        => value is JValue simple ? Convert.ToString(simple.Value, CultureInfo.InvariantCulture) ?? "" : "";
}
