using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace OrderOps.Sandbox.Server;

/// <summary>The query of a request, in its order. Of a name that comes twice the last value counts, as in Django.</summary>
internal sealed class Query
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public Query(string path)
    {
        var mark = path.IndexOf('?');
        if (mark < 0)
            return;
        foreach (var part in path.Substring(mark + 1).Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            _values.Add(equals < 0 ? new(Plain(part), "") : new(Plain(part.Substring(0, equals)), Plain(part.Substring(equals + 1))));
        }
    }

    /// <summary>The value; null if it is absent or blank.</summary>
    public string? this[string name] => _values.LastOrDefault(value => value.Key == name).Value is { Length: > 0 } text ? text : null;

    /// <summary>The parts of a comma list; null if it is absent or blank.</summary>
    public string[]? List(string name)
        => this[name]?.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();

    /// <summary>The same query with another value for one name; null takes the name away.</summary>
    public string With(string name, string? value)
    {
        var text = new StringBuilder();
        foreach (var pair in _values.Where(pair => pair.Key != name).Concat(value is null ? [] : [new KeyValuePair<string, string>(name, value)]))
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(pair.Key)).Append('=').Append(Uri.EscapeDataString(pair.Value));
        return text.ToString();
    }

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
