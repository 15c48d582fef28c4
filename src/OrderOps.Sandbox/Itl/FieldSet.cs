using System.Collections.Generic;

namespace OrderOps.Sandbox.Itl;

/// <summary>The values of a shipment or a product: present, blank or missing.</summary>
internal sealed class FieldSet(IReadOnlyDictionary<string, int> index)
{
    private readonly string?[] _values = new string?[index.Count];

    /// <summary>The value of a known key; blank if it is missing.</summary>
    public string this[string key] => _values[index[key]] ?? "";

    /// <summary>How many of the known keys are there.</summary>
    public int Count { get; private set; }

    public bool HasEveryKey => Count == _values.Length;

    /// <summary>Whether a value is an object or an array where only text or a number makes sense.</summary>
    public bool IsMalformed { get; private set; }

    public void Set(string key, string? value)
    {
        if (!index.TryGetValue(key, out var at))
            return;
        IsMalformed |= value is null;
        if (_values[at] is null)
            Count++;
        _values[at] = value ?? "";
    }
}
