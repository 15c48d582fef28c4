using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using OrderOps.Input;

namespace OrderOps.External;

/// <summary>Between JSON and values that people work with: text, numbers, booleans, dictionaries and lists.</summary>
internal static class WireValue
{
    private const int Deepest = 64;

    /// <summary>Reads a value. Numbers become Int64 or Decimal where nothing is lost by it, else Double.</summary>
    public static object? Read(string raw) => raw[0] switch
    {
        '{' => ReadObject(raw),
        '[' => ReadList(raw),
        '"' => WireText.Read(raw),
        'n' => null,
        't' => true,
        'f' => false,
        _ => ReadNumber(raw),
    };

    /// <summary>Writes a value as JSON.</summary>
    /// <exception cref="FormatException">It is nested too deep, or no finite number.</exception>
    public static string Write(object? value)
    {
        StringBuilder json = new();
        Write(json, value, 1);
        return json.ToString();
    }

    /// <summary>The elements of a list, each as JSON.</summary>
    public static IEnumerable<string> Elements(string raw)
    {
        using WireReader reader = new(raw);
        if (reader.Next() != JsonToken.StartArray)
        {
            yield break;
        }

        while (true)
        {
            int from = reader.Position;
            if (reader.Next() == JsonToken.EndArray)
            {
                yield break;
            }

            yield return reader.RawFrom(from);
        }
    }

    private static Dictionary<string, object?> ReadObject(string raw)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (WireMember member in WireObject.Parse(raw).Members)
        {
            values[member.Name] = Read(member.Raw);
        }

        return values;
    }

    private static List<object?> ReadList(string raw)
    {
        List<object?> values = new();
        foreach (string element in Elements(raw))
        {
            values.Add(Read(element));
        }

        return values;
    }

    private static object ReadNumber(string raw)
    {
        if (long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            return whole;
        }

        if (decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact))
        {
            return exact;
        }

        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : raw;
    }

    private static void Write(StringBuilder json, object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw new FormatException($"It is nested more than {Deepest} deep.");
        }

        switch (value)
        {
            case null: json.Append("null"); break;
            case string text: json.Append(WireText.Quote(text)); break;
            case bool flag: json.Append(flag ? "true" : "false"); break;
            case double number when double.IsNaN(number) || double.IsInfinity(number): throw new FormatException("It is no finite number.");
            case float number when float.IsNaN(number) || float.IsInfinity(number): throw new FormatException("It is no finite number.");
            case double number: json.Append(number.ToString("R", CultureInfo.InvariantCulture)); break;
            case float number: json.Append(number.ToString("R", CultureInfo.InvariantCulture)); break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal: json.Append(InputText.From(value)); break;
            case IReadOnlyDictionary<string, object?> pairs: WriteObject(json, pairs, depth); break;
            case IDictionary pairs: WriteObject(json, Pairs(pairs), depth); break;
            case IEnumerable list: WriteList(json, list, depth); break;
            default: json.Append(WireText.Quote(InputText.From(value) ?? "")); break;
        }
    }

    private static void WriteObject(StringBuilder json, IEnumerable<KeyValuePair<string, object?>> pairs, int depth)
    {
        char before = '{';
        foreach (KeyValuePair<string, object?> pair in pairs)
        {
            json.Append(before).Append(WireText.Quote(pair.Key)).Append(':');
            Write(json, pair.Value, depth + 1);
            before = ',';
        }

        json.Append(before == '{' ? "{}" : "}");
    }

    private static void WriteList(StringBuilder json, IEnumerable list, int depth)
    {
        char before = '[';
        foreach (object? item in list)
        {
            json.Append(before);
            Write(json, item, depth + 1);
            before = ',';
        }

        json.Append(before == '[' ? "[]" : "]");
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new KeyValuePair<string, object?>(InputText.From(entry.Key) ?? "", entry.Value);
        }
    }
}
