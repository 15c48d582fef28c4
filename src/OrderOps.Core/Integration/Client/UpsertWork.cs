using System;
using System.Linq;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Integration;

/// <summary>One order or product on its way to the service.</summary>
internal sealed class UpsertWork : ISendWork
{
    private readonly CheckedEntry _entry;

    /// <summary>Makes one.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="entry">The order or product, checked.</param>
    /// <param name="source">The input as it came.</param>
    public UpsertWork(UpsertEndpoint endpoint, CheckedEntry entry, object? source)
    {
        _entry = entry;
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
    public byte[] Entry => _entry.Entry;

    /// <summary>Its result.</summary>
    public UpsertResult Result { get; }

    /// <inheritdoc />
    public OrderIdentity Identity => new(_entry.Key);

    /// <inheritdoc />
    public bool IsRepeatable => true;

    /// <inheritdoc />
    public JournalEntry? Earlier { get; set; }

    OrderResult ISendWork.Result => Result;

    /// <inheritdoc />
    public ulong HashContent() => _entry.ContentHash;
}
