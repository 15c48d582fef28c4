using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>What makes rows one order: a column that was named, or the order number with its sub-order.</summary>
internal sealed class GroupKeys<TOrder>(string? groupBy)
    where TOrder : class
{
    private RecordShape? _shape;
    private int _column;
    private bool _wasFound;

    /// <summary>The key of a row; blank where it has none.</summary>
    /// <exception cref="ServiceConfigurationException">No row so far has the column.</exception>
    public string Of(BoundRow<TOrder> row)
    {
        if (string.IsNullOrWhiteSpace(groupBy) || row.Record is not { } record)
        {
            return row.GroupKey;
        }

        if (!ReferenceEquals(record.Shape, _shape))
        {
            _shape = record.Shape;
            ColumnLookup columns = new(_shape.Names);
            _column = columns.Find(groupBy!);
            _wasFound |= _column >= 0;
            if (!_wasFound && record.Fault is null)
            {
                throw new ServiceConfigurationException(
                    "UnknownGroupByColumn",
                    $"The input has no column '{groupBy}' to group by.",
                    $"Name one of its columns; the nearest are {string.Join(", ", columns.Nearest(groupBy!))}.");
            }
        }

        return _column < 0 ? "" : InputText.From(record.Cells[_column])?.Trim() ?? "";
    }
}
