using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OrderOps.Wire;

/// <summary>Reads a reply's JSON with settings of its own: shallow, dates left as text, and no key twice.</summary>
internal static class ReplyJson
{
    private const int Deepest = 32;

    private static readonly JsonLoadSettings Load = new()
    {
        CommentHandling = CommentHandling.Ignore,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
    };

    /// <summary>The whole body as one value; nothing where it is not JSON from beginning to end.</summary>
    public static JToken? Parse(string body)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(body)) { MaxDepth = Deepest, DateParseHandling = DateParseHandling.None };
            if (!reader.Read())
            {
                return null;
            }

            JToken token = JToken.ReadFrom(reader, Load);
            return reader.Read() ? null : token;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    public static JToken? Get(JObject container, string name) => container.GetValue(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of these members that says something.</summary>
    public static string FirstText(JObject container, params string[] names)
    {
        foreach (string name in names)
        {
            string text = Text(Get(container, name));
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>A value as text: numbers and strings mix in replies, and several messages can come as a list.</summary>
    public static string Text(JToken? token) => token switch
    {
        null => "",
        JValue { Value: null } => "",
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "",
        JContainer container => JoinTexts(container),
        _ => "",
    };

    private static string JoinTexts(JContainer container)
    {
        var texts = new List<string>();
        foreach (JToken child in container)
        {
            string text = Text(child is JProperty property ? property.Value : child);
            if (!string.IsNullOrWhiteSpace(text))
            {
                texts.Add(text);
            }
        }

        return string.Join("; ", texts);
    }
}
