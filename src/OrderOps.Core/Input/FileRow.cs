using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace OrderOps.Input;

/// <summary>
/// A row of a file by names, without regard to case: a view over the record's own names and values, which costs nothing
/// until it is looked at. What a result holds as its input, so that it can be shown, mended and piped back in: for that
/// it is an <see cref="IDictionary"/>, since PowerShell's pipeline takes every other collection apart.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a row first; that it reads like a dictionary is how.")]
public sealed class FileRow : IReadOnlyDictionary<string, object?>, IDictionary
{
    internal FileRow(RecordShape shape, object?[] values)
    {
        Shape = shape;
        Cells = values;
    }

    /// <summary>The names, shared by the rows of the file.</summary>
    internal RecordShape Shape { get; }

    internal object?[] Cells { get; }

    /// <summary>Why it could not be read: piped back in as it is, its shifted or missing values must not pass for an order.</summary>
    internal InputFault? Fault { get; set; }

    /// <inheritdoc />
    public int Count => Cells.Length;

    /// <summary>The names, in the order of the file.</summary>
    public IEnumerable<string> Keys => Shape.Names;

    /// <summary>The values, in the order of the names.</summary>
    public IEnumerable<object?> Values => Cells;

    /// <inheritdoc />
    public object? this[string key]
    {
        get => Cells[PlaceOf(key)];
        set => Cells[PlaceOf(key)] = value;
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => Shape.IndexOf(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, out object? value)
    {
        int index = Shape.IndexOf(key);
        value = index < 0 ? null : Cells[index];
        return index >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Shape.Names.Select((name, i) => new KeyValuePair<string, object?>(name, Cells[i])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    ICollection IDictionary.Keys => Shape.Names.ToArray();

    ICollection IDictionary.Values => Cells;

    bool IDictionary.IsFixedSize => true;

    bool IDictionary.IsReadOnly => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => Cells;

    object? IDictionary.this[object key]
    {
        get => key is string name && TryGetValue(name, out object? value) ? value : null;
        set => this[(string)key] = value;
    }

    bool IDictionary.Contains(object key) => key is string name && ContainsKey(name);

    IDictionaryEnumerator IDictionary.GetEnumerator()
    {
        OrderedDictionary entries = new();
        foreach (KeyValuePair<string, object?> cell in this)
        {
            entries.Add(cell.Key, cell.Value);
        }

        return entries.GetEnumerator();
    }

    void ICollection.CopyTo(Array array, int index)
    {
        foreach (DictionaryEntry entry in (IDictionary)this)
        {
            array.SetValue(entry, index++);
        }
    }

    void IDictionary.Add(object key, object? value) => throw FixedColumns();

    void IDictionary.Remove(object key) => throw FixedColumns();

    void IDictionary.Clear() => throw FixedColumns();

    /// <inheritdoc />
    public override string ToString() =>
        string.Join("; ", this.Where(cell => InputText.From(cell.Value) is { Length: > 0 }).Take(3)
            .Select(cell => FormattableString.Invariant($"{cell.Key}={InputText.From(cell.Value)}")));

    private static NotSupportedException FixedColumns() => new("The columns of a row are those of its file.");

    private int PlaceOf(string key) =>
        Shape.IndexOf(key) is >= 0 and int place ? place : throw new KeyNotFoundException($"The row has no column '{key}'.");
}
