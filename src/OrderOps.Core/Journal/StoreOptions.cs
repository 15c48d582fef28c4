using System;
using System.Threading;

namespace OrderOps.Journal;

/// <summary>How a store is opened.</summary>
/// <param name="Path">The full path of its file.</param>
/// <param name="Schema">What it holds.</param>
internal sealed record StoreOptions(string Path, StoreSchema Schema)
{
    /// <summary>Only looks: nothing is created, migrated or written.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>
    /// How many pages of 4 KiB are written to the log until it is brought into the file. More outgrows the processor's caches
    /// before it is read again: of postings of 6 kB, 10,000 a second, 32 MiB cost more work than 4, and 40 ms each time.
    /// </summary>
    public int PagesToCheckpoint { get; init; } = 1000;

    /// <summary>Whether its log stays when it is closed, emptied, for the next one to write over: for what is opened often.</summary>
    public bool KeepsLog { get; init; }

    /// <summary>How long a statement waits for another process's transaction.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Says that somebody wants to stop: from then on another process is waited for less than a second.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Names backups by the moment.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
