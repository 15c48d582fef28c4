using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>Where a field's text comes from, when it is more than one column.</summary>
internal abstract class ValueSource
{
    /// <summary>The text of the field, or nothing.</summary>
    public abstract string? Read(object?[] cells, ref List<Finding>? findings);
}
