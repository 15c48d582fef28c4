using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;

namespace OrderOps.Input;

/// <summary>Reads one JSON object a line. Blank lines are skipped; a bad line is a bad record and not the end.</summary>
internal static class JsonLinesFile
{
    public static IEnumerable<InputRecord> Read(FileOpening opening)
    {
        string place = opening.Name + ", line";
        JsonRecordReader records = new(place);
        using TextReader text = opening.Open();
        long number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(line, records, place, number);
            }
        }
    }

    private static InputRecord ReadLine(string line, JsonRecordReader records, string place, long number)
    {
        string why;
        try
        {
            using StringReader text = new(line);
            using JsonTextReader json = JsonRecordReader.Open(text);
            if (json.Read() && json.TokenType == JsonToken.StartObject)
            {
                InputRecord record = records.Read(json, number);
                if (!json.Read())
                {
                    return record;
                }
            }

            why = "it is not one object.";
        }
        catch (JsonException e)
        {
            why = e.Message;
        }

        return JsonRecordReader.Faulty(place, number, new InputFault($"The line is not a JSON object: {why}", "Mend the line, one object a line."));
    }
}
