using System.Collections.Generic;
using OrderOps.Input;

namespace OrderOps.Rows;

/// <summary>Files of rows as orders: read, bound and grouped in one go, one order at a time.</summary>
internal static class RowFile
{
    /// <summary>Reads the orders of a CSV, JSON or JSON lines file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">What the orders are.</param>
    /// <param name="map">Which column goes where; by name alone without it.</param>
    /// <param name="options">How rows become orders.</param>
    /// <returns>The orders, read as they are asked for.</returns>
    public static IEnumerable<GroupedOrder<TOrder>> Read<TOrder>(string path, RowSchema<TOrder> schema, RowMap? map = null, GroupingOptions? options = null)
        where TOrder : class
    {
        RowBinder<TOrder> binder = new(schema, map);
        RowGrouper<TOrder> grouper = new(schema, options);
        foreach (InputRecord record in InputFile.Read(path))
        {
            foreach (GroupedOrder<TOrder> order in grouper.Add(binder.Bind(record)))
            {
                yield return order;
            }
        }

        foreach (GroupedOrder<TOrder> order in grouper.Complete())
        {
            yield return order;
        }
    }
}
