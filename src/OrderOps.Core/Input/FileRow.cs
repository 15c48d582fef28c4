using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace OrderOps.Input;

/// <summary>
/// A row of a file by names, without regard to case: a view over the record's own names and values, which costs nothing
/// until it is looked at. What a result holds as its input, so that it can be shown, mended and piped back in.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a row first; that it reads like a dictionary is how.")]
public sealed class FileRow : IReadOnlyDictionary<string, object?>
{
    private readonly RecordShape _shape;
    private readonly object?[] _values;

    internal FileRow(RecordShape shape, object?[] values)
    {
        _shape = shape;
        _values = values;
    }

    /// <inheritdoc />
    public int Count => _values.Length;

    /// <summary>The names, in the order of the file.</summary>
    public IEnumerable<string> Keys => _shape.Names;

    /// <summary>The values, in the order of the names.</summary>
    public IEnumerable<object?> Values => _values;

    /// <inheritdoc />
    public object? this[string key] => TryGetValue(key, out object? value)
        ? value
        : throw new KeyNotFoundException($"The row has no column '{key}'.");

    /// <inheritdoc />
    public bool ContainsKey(string key) => _shape.IndexOf(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, out object? value)
    {
        int index = _shape.IndexOf(key);
        value = index < 0 ? null : _values[index];
        return index >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        _shape.Names.Select((name, i) => new KeyValuePair<string, object?>(name, _values[i])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() =>
        string.Join("; ", this.Where(cell => InputText.From(cell.Value) is { Length: > 0 }).Take(3)
            .Select(cell => FormattableString.Invariant($"{cell.Key}={InputText.From(cell.Value)}")));
}
