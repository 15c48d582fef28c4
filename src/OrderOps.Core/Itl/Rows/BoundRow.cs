using OrderOps.Input;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>One input bound to the fields of an ITL order: a line of one item, or a whole order.</summary>
public sealed class BoundRow : BoundRow<Order>
{
    internal BoundRow(OrderRows schema, Order order, InputRecord? record, object? source, RowMap map)
        : base(schema, order, record, source, map)
    {
    }
}
