using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>The outcome of one order at ITL.</summary>
public sealed class ItlOrderResult : OrderResult
{
    /// <summary>The order's number.</summary>
    public string OrderNumber { get; set; } = "";

    /// <summary>Its sub-order, where it has one.</summary>
    public string SubOrder { get; set; } = "";

    /// <summary>What the rules noticed, in words.</summary>
    public IReadOnlyList<string> Findings { get; set; } = Array.Empty<string>();

    /// <summary>The service's remark as it came, HTML and all.</summary>
    public string? RawRemark { get; set; }
}
