using System;
using System.Linq;
using OrderOps.Batching;
using OrderOps.Outcomes;

namespace OrderOps.Integration;

/// <summary>One order or product on its way to the service.</summary>
internal sealed class UpsertWork : ISendWork
{
    /// <summary>Makes one.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="entry">The order or product, checked.</param>
    /// <param name="source">The input as it came.</param>
    public UpsertWork(UpsertEndpoint endpoint, CheckedEntry entry, object? source)
    {
        Entry = entry.Entry;
        Result = new UpsertResult
        {
            Service = IntegrationConnection.Service.Name,
            Operation = endpoint.Operation,
            Key = entry.Key,
            Findings = entry.Findings.Count == 0 ? Array.Empty<string>() : entry.Findings.Select(finding => finding.ToString()).ToArray(),
            InputObject = source,
        };
    }

    /// <summary>Its JSON.</summary>
    public byte[] Entry { get; }

    /// <summary>Its result.</summary>
    public UpsertResult Result { get; }

    OrderResult ISendWork.Result => Result;
}
