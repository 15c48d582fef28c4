using System;
using System.IO;
using System.Text;
using Newtonsoft.Json;

namespace OrderOps.External;

/// <summary>
/// Reads JSON and gives each value as it stands in the text, so that what is not changed goes back byte for byte:
/// numbers keep their digits and strings their escapes.
/// </summary>
internal sealed class WireReader : IDisposable
{
    private const int Deepest = 64;

    private static readonly char[] LineEnds = { '\r', '\n' };
    private static readonly char[] Blanks = { ' ', '\t' };
    private static readonly char[] BetweenValues = { ' ', '\t', ',' };

    private readonly string _text;
    private readonly JsonTextReader _json;

    public WireReader(string text)
    {
        // On one line the reader's place in the line is its place in the text; line ends stand between values only.
        _text = text.IndexOfAny(LineEnds) < 0 ? text : text.Replace('\r', ' ').Replace('\n', ' ');
        _json = new JsonTextReader(new StringReader(_text)) { MaxDepth = Deepest, DateParseHandling = DateParseHandling.None };
    }

    public JsonToken Token => _json.TokenType;

    /// <summary>The name, where a name has been read.</summary>
    public string Name => (string)_json.Value!;

    /// <summary>The value, where one that is no container has been read.</summary>
    public object? Value => _json.Value;

    /// <summary>Goes on; nothing may be missing.</summary>
    /// <exception cref="JsonException">It is not JSON, or ends too early.</exception>
    public JsonToken Next() => _json.Read() ? _json.TokenType : throw new JsonReaderException("The text ends too early.");

    /// <summary>Whether the text is at its end.</summary>
    public bool IsAtEnd() => !_json.Read();

    /// <summary>Reads a value and gives its text.</summary>
    public string NextRaw()
    {
        int from = _json.LinePosition;
        Next();
        return RawFrom(from);
    }

    /// <summary>The text of the value whose first token has been read; <paramref name="from"/> is where the token before it ended.</summary>
    public string RawFrom(int from)
    {
        _json.Skip();
        if (_json.TokenType is JsonToken.StartArray or JsonToken.StartObject)
        {
            throw new JsonReaderException("The text ends too early.");
        }

        return Compact(_text.Substring(from, _json.LinePosition - from).Trim(BetweenValues));
    }

    /// <summary>Where the reader stands.</summary>
    public int Position => _json.LinePosition;

    /// <summary>Reads the members of the object that has just been entered.</summary>
    public WireObject ReadObject()
    {
        WireObject read = new();
        while (Next() != JsonToken.EndObject)
        {
            if (_json.TokenType == JsonToken.PropertyName)
            {
                string name = Name;
                read.Add(name, NextRaw());
            }
        }

        return read;
    }

    /// <inheritdoc />
    public void Dispose() => ((IDisposable)_json).Dispose();

    /// <summary>A container without the blanks between its values.</summary>
    private static string Compact(string raw)
    {
        if (raw.Length == 0 || raw[0] is not ('{' or '[') || raw.IndexOfAny(Blanks) < 0)
        {
            return raw;
        }

        StringBuilder compact = new(raw.Length);
        bool quoted = false;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (quoted || c is not (' ' or '\t'))
            {
                compact.Append(c);
            }

            if (quoted && c == '\\')
            {
                compact.Append(raw[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
        }

        return compact.ToString();
    }
}
