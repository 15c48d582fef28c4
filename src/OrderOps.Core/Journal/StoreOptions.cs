using System;

namespace OrderOps.Journal;

/// <summary>How a store is opened.</summary>
/// <param name="Path">The full path of its file.</param>
/// <param name="Schema">What it holds.</param>
internal sealed record StoreOptions(string Path, StoreSchema Schema)
{
    /// <summary>Only looks: nothing is created, migrated or written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long a statement waits for another process's transaction.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Names backups by the moment.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
