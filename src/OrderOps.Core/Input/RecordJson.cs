using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;

namespace OrderOps.Input;

/// <summary>Writes a record as one line of JSON that reads back as the same record: texts stay texts, numbers keep their digits.</summary>
internal static class RecordJson
{
    /// <summary>Writes the members of a record, but for those that a failed-file adds, and then some more.</summary>
    public static void WriteLine(TextWriter text, InputRecord record, IEnumerable<KeyValuePair<string, string>> more)
    {
        // Windows PowerShell's Get-Content takes a file without a byte order mark for one of the local code page.
        using JsonTextWriter json = new(text) { CloseOutput = false, StringEscapeHandling = StringEscapeHandling.EscapeNonAscii };
        json.WriteStartObject();
        WriteMembers(json, record, static name => !ReservedName.Is(name));
        foreach (KeyValuePair<string, string> member in more)
        {
            json.WritePropertyName(member.Key);
            json.WriteValue(member.Value);
        }

        json.WriteEndObject();
        json.Flush();
        text.Write('\n');
    }

    private static void WriteMembers(JsonTextWriter json, InputRecord record, Func<string, bool> isWanted)
    {
        for (int i = 0; i < record.Shape.Names.Count; i++)
        {
            if (isWanted(record.Shape.Names[i]))
            {
                json.WritePropertyName(record.Shape.Names[i]);
                WriteValue(json, record.Values[i]);
            }
        }
    }

    private static void WriteValue(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull();
                break;
            case string text:
                json.WriteValue(text);
                break;
            case bool flag:
                json.WriteValue(flag);
                break;
            case InputRecord record:
                json.WriteStartObject();
                WriteMembers(json, record, static _ => true);
                json.WriteEndObject();
                break;
            case IDictionary pairs:
                json.WriteStartObject();
                foreach (DictionaryEntry pair in pairs)
                {
                    json.WritePropertyName(InputText.From(pair.Key) ?? "");
                    WriteValue(json, pair.Value);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (object? item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                WriteNumberOrText(json, value);
                break;
        }
    }

    private static void WriteNumberOrText(JsonTextWriter json, object value)
    {
        string text = value switch
        {
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => InputText.From(value) ?? "",
        };
        bool isNumber = value switch
        {
            double number => !double.IsNaN(number) && !double.IsInfinity(number),
            float number => !float.IsNaN(number) && !float.IsInfinity(number),
            _ => value is sbyte or byte or short or ushort or int or uint or long or ulong or decimal,
        };
        if (isNumber)
        {
            json.WriteRawValue(text);
        }
        else
        {
            json.WriteValue(text);
        }
    }
}
