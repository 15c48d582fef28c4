using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Rows;

/// <summary>How one field is found in a known export.</summary>
internal class PresetEntry
{
    private readonly string[][] _choices;

    /// <summary>Makes one.</summary>
    /// <param name="target">The field.</param>
    /// <param name="choices">Columns, the best first; two that belong together are written <c>First + Last</c>.</param>
    public PresetEntry(RowTarget target, params string[] choices)
    {
        Target = target;
        _choices = choices.Select(choice => choice.Split([" + "], StringSplitOptions.None)).ToArray();
    }

    public RowTarget Target { get; }

    /// <summary>The source for rows with these columns, or nothing where none of the choices is among them.</summary>
    /// <param name="columns">Finds a column by name, or -1.</param>
    /// <param name="claimed">Takes the columns that were used.</param>
    public virtual ValueSource? Resolve(Func<string, int> columns, ISet<int> claimed)
    {
        List<int[]> present = new();
        foreach (string[] choice in _choices)
        {
            int[] indexes = choice.Select(columns).Where(index => index >= 0).ToArray();
            if (indexes.Length > 0)
            {
                present.Add(indexes);
                claimed.UnionWith(indexes);
            }
        }

        return present.Count == 0 ? null : new ColumnChoices(present.ToArray());
    }
}
