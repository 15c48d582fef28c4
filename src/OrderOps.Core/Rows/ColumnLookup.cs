using System;
using System.Collections.Generic;

namespace OrderOps.Rows;

/// <summary>Finds columns by the names that people give: exact but for case first, then without what does not count.</summary>
internal sealed class ColumnLookup
{
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<string, int> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _loose = new(StringComparer.Ordinal);

    public ColumnLookup(IReadOnlyList<string> names)
    {
        _names = names;
        for (int i = names.Count - 1; i >= 0; i--)
        {
            _exact[names[i]] = i;
            _loose[NameKey.Of(names[i])] = i;
        }
    }

    public int Count => _names.Count;

    /// <summary>The column, or -1.</summary>
    public int Find(string name) =>
        _exact.TryGetValue(name, out int index) || _loose.TryGetValue(NameKey.Of(name), out index) ? index : -1;

    public IReadOnlyList<string> Nearest(string name) => NearestNames.To(name, _names);
}
