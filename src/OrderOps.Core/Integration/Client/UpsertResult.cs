using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Integration;

/// <summary>The outcome of one order or product at the integration service.</summary>
public sealed class UpsertResult : OrderResult
{
    /// <summary><c>Inserted</c> or <c>Updated</c>, where that follows from what the service counted; else nothing.</summary>
    public string? Action { get; set; }

    /// <summary>What the rules noticed, in words.</summary>
    public IReadOnlyList<string> Findings { get; set; } = Array.Empty<string>();
}
