using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Integration;

/// <summary>An order or a price after the rules: its key, what was noticed, and, if nothing stops it, its entry for the wire.</summary>
internal sealed class CheckedEntry
{
    private ulong? _contentHash;

    public CheckedEntry(string key, IReadOnlyList<Finding> findings, byte[]? entry)
    {
        Key = key;
        Findings = findings;
        Entry = entry ?? Array.Empty<byte>();
        IsValid = entry is not null;
    }

    public string Key { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public bool IsValid { get; }

    /// <summary>Its JSON in UTF-8; empty unless it is valid.</summary>
    public byte[] Entry { get; }

    public ulong ContentHash => _contentHash ??= Batching.ContentHash.Of(Entry);
}
