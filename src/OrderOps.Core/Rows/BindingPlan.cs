using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>Which column of one shape goes where. Worked out once a shape; rows only follow it.</summary>
internal sealed class BindingPlan
{
    private readonly RowTable _table;
    private readonly ColumnLookup _columns;
    private readonly HashSet<int> _claimed = new();
    private readonly HashSet<RowTarget> _settled = new();

    public BindingPlan(RecordShape shape, RowTable table, RowWords words, RowMap map)
    {
        _table = table;
        _columns = new ColumnLookup(shape.Names);
        foreach (KeyValuePair<RowTarget, string> entry in map.Columns)
        {
            PlaceMapped(entry.Key, entry.Value);
        }

        if (map.Preset is not null)
        {
            PlacePreset(map.Preset);
        }

        PlaceByName(shape.Names);
        if (!_settled.Contains(table.Keys[0]))
        {
            string key = table.Keys[0].WireName;
            Always.Add(new Finding(Finding.Error, key, "", $"The input has no column for the {(table.Products is null ? "key" : "order number")}, '{key}'.", words.NoKeyColumn));
        }
    }

    /// <summary>Columns that are a field of the order as they stand.</summary>
    public List<(RowTarget Field, int Column)> OrderColumns { get; } = new();

    /// <summary>Columns that are a field of the row's product as they stand.</summary>
    public List<(RowTarget Field, int Column)> ProductColumns { get; } = new();

    /// <summary>Fields that are worked out of several columns.</summary>
    public List<(RowTarget Target, ValueSource Source)> Sources { get; } = new();

    public List<(int Column, string Name, PresetGuard Guard)> Guards { get; } = new();

    /// <summary>The column that holds the list of products, or -1.</summary>
    public int ProductsColumn { get; private set; } = -1;

    public List<string> UnknownNames { get; } = new();

    /// <summary>What is wrong with every row of the shape.</summary>
    public List<Finding> Always { get; } = new();

    /// <summary>Columns that the map names and the shape lacks, said once a run.</summary>
    public List<Finding> Missing { get; } = new();

    private void PlaceMapped(RowTarget target, string column)
    {
        int index = _columns.Find(column);
        if (index >= 0)
        {
            Place(target, index);
            return;
        }

        bool isKey = target == _table.Keys[0];
        _settled.Add(target);
        (isKey ? Always : Missing).Add(new Finding(
            isKey ? Finding.Error : Finding.Warning,
            target.WireName,
            column,
            $"The map takes '{target.WireName}' from the column '{column}', which the input does not have.",
            _columns.Count == 0 ? "Check the input." : $"Name one of its columns; the nearest are {string.Join(", ", _columns.Nearest(column))}."));
    }

    private void PlacePreset(ExportPreset preset)
    {
        foreach (PresetEntry entry in preset.Entries)
        {
            if (!_settled.Contains(entry.Target) && entry.Resolve(_columns.Find, _claimed) is { } source)
            {
                _settled.Add(entry.Target);
                Sources.Add((entry.Target, source));
            }
        }

        foreach (PresetGuard guard in preset.Guards)
        {
            foreach (string name in guard.Columns)
            {
                if (_columns.Find(name) is >= 0 and int column)
                {
                    _claimed.Add(column);
                    Guards.Add((column, name, guard));
                }
            }
        }
    }

    /// <summary>A field with several columns takes the one whose name stands first among its names.</summary>
    private void PlaceByName(IReadOnlyList<string> names)
    {
        Dictionary<RowTarget, (int Column, int Rank)> best = new();
        for (int i = 0; i < names.Count; i++)
        {
            if (!_claimed.Contains(i)
                && _table.Find(NameKey.Of(names[i]), out int rank) is { } target
                && !_settled.Contains(target)
                && (!best.TryGetValue(target, out (int Column, int Rank) other) || rank < other.Rank))
            {
                best[target] = (i, rank);
            }
        }

        foreach (KeyValuePair<RowTarget, (int Column, int Rank)> match in best)
        {
            Place(match.Key, match.Value.Column);
        }

        for (int i = 0; i < names.Count; i++)
        {
            if (!_claimed.Contains(i) && !ReservedName.Is(names[i]))
            {
                UnknownNames.Add(names[i]);
            }
        }
    }

    private void Place(RowTarget target, int column)
    {
        _settled.Add(target);
        _claimed.Add(column);
        if (target.IsOrder)
        {
            OrderColumns.Add((target, column));
        }
        else if (target.IsProduct)
        {
            ProductColumns.Add((target, column));
        }
        else
        {
            ProductsColumn = column;
        }
    }
}
