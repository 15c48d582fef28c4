using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Itl;
using OrderOps.Tests.Input;

namespace OrderOps.Tests.Itl.Rows;

/// <summary>Rows, records and runs in few words.</summary>
internal static class RowsRig
{
    /// <summary>A record of name, value, name, value…</summary>
    public static InputRecord Record(params object?[] namesAndValues) => new(
        new RecordShape(namesAndValues.Where((_, i) => i % 2 == 0).Cast<string>().ToArray()),
        namesAndValues.Where((_, i) => i % 2 == 1).ToArray(),
        source: null);

    public static BoundRow Bind(InputRecord record, ColumnMap? map = null) => new RowBinder(map ?? ColumnMap.Create()).Bind(record);

    /// <summary>Rows under one header, as values separated by commas.</summary>
    public static IEnumerable<InputRecord> Table(string header, params string[] rows)
    {
        RecordShape shape = new(header.Split(','));
        return rows.Select((row, i) =>
        {
            object?[] cells = row.Split(',').Cast<object?>().ToArray();
            return new InputRecord(shape, cells, source: row) { Origin = $"row {i + 2}" };
        });
    }

    public static List<GroupedOrder> Group(IEnumerable<InputRecord> records, RowGrouperOptions? options = null, ColumnMap? map = null) =>
        Group(records, new RowGrouper(options), map);

    public static List<GroupedOrder> Group(IEnumerable<InputRecord> records, RowGrouper grouper, ColumnMap? map = null)
    {
        RowBinder binder = new(map ?? ColumnMap.Create());
        List<GroupedOrder> orders = new();
        foreach (InputRecord record in records)
        {
            orders.AddRange(grouper.Add(binder.Bind(record)));
        }

        orders.AddRange(grouper.Complete());
        return orders;
    }

    public static List<GroupedOrder> GroupSample(string sample, ColumnMap? map = null) =>
        Group(InputFile.Read(FileOnDisk.Sample(sample)), map: map);
}
