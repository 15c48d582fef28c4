using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.External;

/// <summary>Reads ids as Django does: a number, or its text.</summary>
internal static class WholeNumber
{
    public static long? Read(JToken? value) => value switch
    {
        JValue { Value: long number } => number,
        JValue { Value: string text } => Read(text),
        _ => null,
    };

    public static long? Read(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsAbsent(JToken? value) => value is null or { Type: JTokenType.Null };
}
