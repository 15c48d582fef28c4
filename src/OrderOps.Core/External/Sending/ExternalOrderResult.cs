using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>
/// The outcome of setting one order. <see cref="OrderResult.Operation"/> is <c>Create</c> or <c>Update</c>;
/// <see cref="OrderResult.Reference"/> is the number that the service names.
/// </summary>
public sealed class ExternalOrderResult : OrderResult
{
    /// <summary>The service's number of the order, where it had one before.</summary>
    public string? OrderId { get; set; }

    /// <summary>The shop's number of the order.</summary>
    public string? Rrn { get; set; }

    /// <summary>What was noticed about it, in words.</summary>
    public IReadOnlyList<string> Findings { get; set; } = [];
}
