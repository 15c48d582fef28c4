using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Server;

/// <summary>
/// Reads JSON token by token and refuses what Newtonsoft would forgive and the vendors' parsers don't: comments, single
/// quotes, unquoted names, NaN.
/// </summary>
internal sealed class StrictJson : System.IDisposable
{
    private readonly JsonTextReader _reader;

    public StrictJson(string text, DefaultJsonNameTable? names = null, bool exact = false)
    {
        _reader = new JsonTextReader(new StringReader(text))
        {
            MaxDepth = 32,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = exact ? FloatParseHandling.Decimal : FloatParseHandling.Double,
            Culture = CultureInfo.InvariantCulture,
            PropertyNameTable = names,
        };
    }

    public JsonToken Token => _reader.TokenType;

    /// <summary>The name of the property that was just read.</summary>
    public string Name => (string)_reader.Value!;

    public int Line => _reader.LineNumber;

    public int Column => _reader.LinePosition;

    /// <summary>Goes to the next token; false at the end of the text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Next()
    {
        if (!_reader.Read())
            return false;
        var strict = _reader.TokenType switch
        {
            JsonToken.PropertyName or JsonToken.String => _reader.QuoteChar == '"',
            JsonToken.Comment or JsonToken.Undefined or JsonToken.StartConstructor => false,
            JsonToken.Float => _reader.Value is decimal || _reader.Value is double number && !double.IsNaN(number) && !double.IsInfinity(number),
            _ => true,
        };
        return strict ? true : throw new JsonReaderException("Not strict JSON.");
    }

    /// <summary>Goes to the next token, which must be there.</summary>
    public JsonToken Expect() => Next() ? Token : throw new JsonReaderException("The JSON ends too early.");

    /// <summary>The whole text as a tree that keeps the order of members and the digits of numbers; null if it is not strict JSON.</summary>
    public static JToken? Parse(string text)
    {
        try
        {
            using var json = new StrictJson(text, exact: true);
            json.Expect();
            var value = json.Tree();
            return json.Next() ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Skips the value that the reader is at.</summary>
    public void Skip()
    {
        for (var depth = 0; ; Expect())
        {
            if (Token is JsonToken.StartObject or JsonToken.StartArray)
                depth++;
            else if (Token is JsonToken.EndObject or JsonToken.EndArray)
                depth--;
            if (depth == 0 && Token != JsonToken.PropertyName)
                return;
        }
    }

    /// <summary>The simple value that the reader is at as text, null as blank; null for an object or an array, which is skipped.</summary>
    public string? Text()
    {
        switch (Token)
        {
            case JsonToken.String:
                return (string)_reader.Value!;
            case JsonToken.Null:
                return "";
            case JsonToken.StartObject or JsonToken.StartArray:
                Skip();
                return null;
            case JsonToken.Boolean:
                return (bool)_reader.Value! ? "1" : "";
            default:
                return System.Convert.ToString(_reader.Value, CultureInfo.InvariantCulture);
        }
    }

    private JToken Tree()
    {
        if (Token == JsonToken.StartArray)
        {
            var array = new JArray();
            while (Expect() != JsonToken.EndArray)
                array.Add(Tree());
            return array;
        }

        if (Token != JsonToken.StartObject)
            return new JValue(_reader.Value);
        var members = new JObject();
        while (Expect() == JsonToken.PropertyName)
        {
            var name = Name;
            Expect();
            members[name] = Tree();
        }

        return members;
    }

    public void Dispose() => _reader.Close();
}
