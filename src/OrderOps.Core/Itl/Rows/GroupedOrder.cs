using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>An ITL order with all of its products, and the inputs that it was made of.</summary>
public sealed class GroupedOrder : GroupedOrder<Order>
{
    internal GroupedOrder(Order order, IReadOnlyList<Finding> findings, IReadOnlyList<object?> sources, IReadOnlyList<string> unknownNames, string? firstOrigin)
        : base(order, findings, sources, unknownNames, firstOrigin)
    {
    }
}
