using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using OrderOps.Input;
using OrderOps.Outcomes;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>
/// Writes the keys that the user adds to <c>data</c>, which the vendor's page speaks of without naming them. Values are
/// text, numbers, booleans, nothing, and dictionaries and lists of these.
/// </summary>
internal static class AdditionalJson
{
    private const int Deepest = 16;

    private static readonly string[] Reserved = { "shipments", "access_token", "secret_key" };

    /// <exception cref="ServiceConfigurationException">A key is blank or one that the request has already, or a value can't be written.</exception>
    public static void Check(IReadOnlyDictionary<string, object?>? additional) => Write(JsonBytes.Begin(), additional);

    /// <summary>Writes each as <c>,"key":value</c>.</summary>
    public static void Write(JsonBytes json, IReadOnlyDictionary<string, object?>? additional)
    {
        if (additional is null)
        {
            return;
        }

        foreach (KeyValuePair<string, object?> pair in additional)
        {
            if (string.IsNullOrWhiteSpace(pair.Key))
            {
                throw Refuse("An additional key of the request is blank.");
            }

            foreach (string reserved in Reserved)
            {
                if (string.Equals(reserved, pair.Key, StringComparison.OrdinalIgnoreCase))
                {
                    throw Refuse($"The additional key '{pair.Key}' is one that the request has already.");
                }
            }

            json.Raw(',');
            json.Text(pair.Key);
            json.Raw(':');
            WriteValue(json, pair.Value, pair.Key, depth: 1);
        }
    }

    private static void WriteValue(JsonBytes json, object? value, string key, int depth)
    {
        if (depth > Deepest)
        {
            throw Refuse($"The additional key '{key}' is nested more than {Deepest} deep.");
        }

        switch (value)
        {
            case null: json.Raw("null"); break;
            case string text: json.Text(text); break;
            case bool flag: json.Raw(flag ? "true" : "false"); break;
            case double number when double.IsNaN(number) || double.IsInfinity(number): throw Refuse($"The additional key '{key}' is not a finite number.");
            case float number when float.IsNaN(number) || float.IsInfinity(number): throw Refuse($"The additional key '{key}' is not a finite number.");
            case double number: json.Raw(number.ToString("R", CultureInfo.InvariantCulture)); break;
            case float number: json.Raw(number.ToString("R", CultureInfo.InvariantCulture)); break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                json.Raw(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> nested: WriteObject(json, nested, key, depth); break;
            case IDictionary nested: WriteObject(json, Pairs(nested), key, depth); break;
            case IEnumerable list: WriteList(json, list, key, depth); break;
            default: json.Text(InputText.From(value) ?? ""); break;
        }
    }

    private static void WriteObject(JsonBytes json, IEnumerable<KeyValuePair<string, object?>> pairs, string key, int depth)
    {
        char before = '{';
        foreach (KeyValuePair<string, object?> pair in pairs)
        {
            json.Raw(before);
            json.Text(pair.Key);
            json.Raw(':');
            WriteValue(json, pair.Value, key, depth + 1);
            before = ',';
        }

        json.Raw(before == '{' ? "{}" : "}");
    }

    private static void WriteList(JsonBytes json, IEnumerable list, string key, int depth)
    {
        json.Raw('[');
        bool first = true;
        foreach (object? item in list)
        {
            if (!first)
            {
                json.Raw(',');
            }

            WriteValue(json, item, key, depth + 1);
            first = false;
        }

        json.Raw(']');
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new KeyValuePair<string, object?>(InputText.From(entry.Key) ?? "", entry.Value);
        }
    }

    private static ServiceConfigurationException Refuse(string message) =>
        new("ItlAdditionalDataInvalid", message, "Give keys that the request lacks, with text, numbers, booleans, dictionaries or lists as values.");
}
