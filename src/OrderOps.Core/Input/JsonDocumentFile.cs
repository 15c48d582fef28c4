using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;

namespace OrderOps.Input;

/// <summary>Reads a JSON document that is an array of objects, element by element, or one object, or several in a row.</summary>
internal static class JsonDocumentFile
{
    public static IEnumerable<InputRecord> Read(FileOpening opening)
    {
        string place = opening.Name + ", item";
        JsonRecordReader records = new(place);
        using TextReader text = opening.Open();
        using JsonTextReader json = JsonRecordReader.Open(text);
        long number = 0;
        while (Next(json, records, place, ++number, out InputFault? broken) is { } record)
        {
            yield return record;
            if (broken is not null)
            {
                yield break;
            }
        }
    }

    /// <summary>The next record; where the document itself is broken, a last one that says that nothing after it was read.</summary>
    private static InputRecord? Next(JsonTextReader json, JsonRecordReader records, string place, long number, out InputFault? broken)
    {
        broken = null;
        try
        {
            while (json.Read())
            {
                switch (json.TokenType)
                {
                    case JsonToken.StartObject:
                        return records.Read(json, number);
                    case JsonToken.StartArray when json.Depth == 0:
                    case JsonToken.EndArray:
                    case JsonToken.Comment:
                        continue;
                    default:
                        json.Skip();
                        return JsonRecordReader.Faulty(place, number, new InputFault("It is not a JSON object.", "Write each order as an object."));
                }
            }

            if (json.Depth == 0)
            {
                return null;
            }

            broken = Broken("the text ends in the middle of a list.");
        }
        catch (JsonException e)
        {
            broken = Broken(e.Message);
        }

        return JsonRecordReader.Faulty(place, number, broken);
    }

    private static InputFault Broken(string why) => new(
        $"The file is not JSON from here on, and nothing after this place was read: {why}",
        "Mend the file at this place and run again, or write one order a line (.jsonl), where a bad line costs only itself.");
}
