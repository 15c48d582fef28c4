using System;
using System.Collections.Generic;
using System.Text;

namespace OrderOps.Omni;

/// <summary>A JSON value that nothing is known of, as plain .NET values.</summary>
internal static class JsonValue
{
    /// <summary>Reads the value that comes next.</summary>
    public static object? Read(JsonCursor json)
    {
        switch (json.Peek())
        {
            case (byte)'{':
                return Members(json);
            case (byte)'[':
                return Elements(json);
            case (byte)'"':
                return json.TakeText();
            case (byte)'t':
            case (byte)'f':
                return json.TakeFlag();
            case (byte)'n':
                json.TakeNull();
                return null;
            default:
                return Number(json);
        }
    }

    private static Dictionary<string, object?> Members(JsonCursor json)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        bool first = true;
        json.BeginObject();
        while (json.NextMember(ref first))
        {
            string name = json.Name();
            members[name] = Read(json);
        }

        return members;
    }

    private static List<object?> Elements(JsonCursor json)
    {
        List<object?> elements = new();
        bool first = true;
        json.BeginList();
        while (json.NextElement(ref first))
        {
            elements.Add(Read(json));
        }

        return elements;
    }

    private static object Number(JsonCursor json)
    {
        json.TakeNumber(out int start, out int length);
        decimal? value = JsonNumbers.Decimal(json.Body, start, length);
        bool whole = Array.IndexOf(json.Body, (byte)'.', start, length) < 0;
        return value switch
        {
            null => Encoding.ASCII.GetString(json.Body, start, length),
            { } number when whole && JsonNumbers.Whole(number) is { } integer => integer,
            { } number => number,
        };
    }
}
