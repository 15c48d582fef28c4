using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>
/// Makes orders of rows: consecutive flat rows of one order become one order with several products, which comes out as
/// soon as the next order begins. An order that came with its list of products passes through alone. Blank rows are
/// dropped and counted. Not safe for several threads.
/// </summary>
public sealed class RowGrouper
{
    private readonly RowGrouper<Order> _rows;

    /// <summary>Makes one.</summary>
    /// <param name="options">How rows become orders.</param>
    public RowGrouper(RowGrouperOptions? options = null) => _rows = new RowGrouper<Order>(OrderRows.Schema, options);

    /// <summary>How many blank rows were dropped.</summary>
    public long BlankRows => _rows.BlankRows;

    /// <summary>Takes a row, and gives the orders that are whole by it.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ServiceConfigurationException">The rows don't have the column to group by.</exception>
    public IEnumerable<GroupedOrder> Add(BoundRow row) => Own(_rows.Add(row));

    /// <summary>Gives the orders that were still waiting for further rows.</summary>
    public IEnumerable<GroupedOrder> Complete() => Own(_rows.Complete());

    private static IEnumerable<GroupedOrder> Own(IReadOnlyList<GroupedOrder<Order>> orders) =>
        orders.Count == 0 ? [] : orders.Cast<GroupedOrder>();
}
