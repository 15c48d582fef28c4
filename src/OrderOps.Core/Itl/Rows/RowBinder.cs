using OrderOps.Input;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>
/// Binds inputs to orders: rows of one item, and objects with a list of products. What a shape's names mean is worked
/// out once a shape. Not safe for several threads.
/// </summary>
public sealed class RowBinder
{
    private readonly RowBinder<Order> _rows;

    /// <summary>Makes one.</summary>
    /// <param name="map">Which column goes where.</param>
    public RowBinder(ColumnMap map) => _rows = new RowBinder<Order>(OrderRows.Schema, map.Rows);

    /// <summary>Binds an input. Never throws for what stands in it: that is a finding.</summary>
    /// <param name="record">The input.</param>
    public BoundRow Bind(InputRecord record) => (BoundRow)_rows.Bind(record);

    /// <summary>Takes an order that came as one.</summary>
    /// <param name="order">The order; it is not changed.</param>
    /// <param name="source">The input as it came.</param>
    public BoundRow Bind(Order order, object? source = null) => (BoundRow)_rows.Bind(order, source);
}
