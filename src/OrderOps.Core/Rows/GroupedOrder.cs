using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>An order with all of its products, and the inputs that it was made of.</summary>
/// <typeparam name="TOrder">The order.</typeparam>
public class GroupedOrder<TOrder>
    where TOrder : class
{
    internal GroupedOrder(TOrder order, IReadOnlyList<Finding> findings, IReadOnlyList<object?> sources, IReadOnlyList<string> unknownNames, string? firstOrigin)
    {
        Order = order;
        Findings = findings;
        Sources = sources;
        UnknownNames = unknownNames;
        FirstOrigin = firstOrigin;
    }

    /// <summary>The order.</summary>
    public TOrder Order { get; }

    /// <summary>What binding and grouping noticed, in the order of the rows.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The inputs as they came, one a row.</summary>
    public IReadOnlyList<object?> Sources { get; }

    /// <summary>Names of the inputs that mean nothing for an order.</summary>
    public IReadOnlyList<string> UnknownNames { get; }

    /// <summary>How many rows it was made of.</summary>
    public int Rows => Sources.Count;

    /// <summary>Where it came from, e.g. <c>orders.csv, row 12</c> or <c>orders.csv, row 12 and 2 more</c>; nothing for the pipeline.</summary>
    public string? Origin => FirstOrigin is null || Rows == 1 ? FirstOrigin : FormattableString.Invariant($"{FirstOrigin} and {Rows - 1} more");

    private string? FirstOrigin { get; }
}
