using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;

namespace OrderOps.Input;

/// <summary>Turns objects of a JSON text into records; objects with the same names share one shape.</summary>
internal sealed class JsonRecordReader(string place)
{
    private const int MaxDepth = 32;

    private readonly List<RecordShape?> _lastShapes = new();
    private int _verbatim;
    private InputFault? _fault;

    public static JsonTextReader Open(TextReader text) => new(new JsonNumberText(text))
    {
        DateParseHandling = DateParseHandling.None,
        MaxDepth = MaxDepth,
        SupportMultipleContent = true,
    };

    /// <summary>A record that holds nothing but what is wrong.</summary>
    public static InputRecord Faulty(string place, long number, InputFault fault) =>
        new(new RecordShape(Array.Empty<string>()), Array.Empty<object?>(), place, number) { Fault = fault };

    /// <summary>Reads the object that the reader has just entered.</summary>
    public InputRecord Read(JsonReader json, long number)
    {
        _fault = null;
        _verbatim = 0;
        object?[] values = ReadObject(json, 0, out RecordShape shape);
        return new InputRecord(shape, values, place, number) { Fault = _fault };
    }

    private object?[] ReadObject(JsonReader json, int depth, out RecordShape shape)
    {
        List<string> names = new();
        List<object?> values = new();
        while (Advance(json) != JsonToken.EndObject)
        {
            if (json.TokenType == JsonToken.PropertyName)
            {
                names.Add((string)json.Value!);
                Advance(json);
                values.Add(ReadValue(json, depth + 1, VerbatimMember.Is(names[names.Count - 1])));
            }
        }

        shape = ShapeOf(names, depth);
        return values.ToArray();
    }

    private object? ReadValue(JsonReader json, int depth, bool verbatim)
    {
        _verbatim += verbatim ? 1 : 0;
        object? value = ReadValue(json, depth);
        _verbatim -= verbatim ? 1 : 0;
        return value;
    }

    private object? ReadValue(JsonReader json, int depth)
    {
        switch (json.TokenType)
        {
            case JsonToken.StartObject:
                object?[] cells = ReadObject(json, depth, out RecordShape shape);
                return new InputRecord(shape, cells, source: null);
            case JsonToken.StartArray:
                List<object?> items = new();
                while (Advance(json) != JsonToken.EndArray)
                {
                    items.Add(ReadValue(json, depth + 1));
                }

                return items;
            case JsonToken.String:
                string text = (string)json.Value!;
                _fault ??= UnreadableText.In(text) ? UnreadableText.Fault : null;
                return _verbatim > 0 && json.QuoteChar == JsonNumberText.Quote ? VerbatimMember.Number(text) : text;
            default:
                return json.Value;
        }
    }

    private RecordShape ShapeOf(List<string> names, int depth)
    {
        while (_lastShapes.Count <= depth)
        {
            _lastShapes.Add(null);
        }

        if (_lastShapes[depth] is { } last && last.Has(names))
        {
            return last;
        }

        RecordShape shape = new(names);
        if (DuplicateName.In(names) is { } twice)
        {
            _fault ??= new InputFault($"It has the name '{twice}' twice, and nothing says which value counts.", "Leave one of them.");
            return shape;
        }

        return _lastShapes[depth] = shape;
    }

    private static JsonToken Advance(JsonReader json)
    {
        do
        {
            if (!json.Read())
            {
                throw new JsonReaderException("The text ends in the middle of an object.");
            }
        }
        while (json.TokenType == JsonToken.Comment);

        return json.TokenType;
    }
}
