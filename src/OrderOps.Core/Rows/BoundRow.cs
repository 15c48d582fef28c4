using System;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>One input bound to the fields of an order: a line of one item, or a whole order.</summary>
/// <typeparam name="TOrder">The order.</typeparam>
public class BoundRow<TOrder>
    where TOrder : class
{
    private readonly RowSchema<TOrder> _schema;

    internal BoundRow(RowSchema<TOrder> schema, TOrder order, InputRecord? record, object? source, RowMap map)
    {
        _schema = schema;
        Order = order;
        Record = record;
        Source = source;
        Map = map;
    }

    /// <summary>The fields that the input has; for a flat row with one product or none, else with all of them.</summary>
    public TOrder Order { get; }

    /// <summary>Whether it is a line that further lines of the same order can follow, not an order with a list of products.</summary>
    public bool IsFlat { get; internal set; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank { get; internal set; }

    /// <summary>The input as names and values; nothing for an order that came as one.</summary>
    public InputRecord? Record { get; }

    /// <summary>The input as it came.</summary>
    public object? Source { get; }

    /// <summary>Where it came from, for messages; nothing for the pipeline.</summary>
    public string? Origin => Record?.Origin;

    /// <summary>Names that mean nothing for an order, in a product with <c>products.</c> before them; the same list for all rows of one shape.</summary>
    public IReadOnlyList<string> UnknownNames { get; internal set; } = Array.Empty<string>();

    /// <summary>What binding noticed.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = Array.Empty<Finding>();

    /// <summary>What makes rows one order, e.g. order number and sub-order. Blank without an order number.</summary>
    public string GroupKey => _schema.KeyOf(Order);

    internal RowMap Map { get; }
}
