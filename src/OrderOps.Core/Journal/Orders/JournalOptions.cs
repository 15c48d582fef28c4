using System;
using System.Threading;

namespace OrderOps.Journal;

/// <summary>Where a journal is and how it is opened.</summary>
internal sealed class JournalOptions
{
    /// <summary>The file; <see langword="null"/> for <c>journal.db</c> in the local data folder.</summary>
    public string? Path { get; set; }

    /// <summary>Only looks: nothing is created, migrated or written, and runs only foresee.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// How long a run's claims hold without a sign of life, where other processes can't see whether its process lives.
    /// It is renewed every third of it.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>How long a write waits for another process's.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Says that somebody wants to stop: from then on another process is waited for less than a second.</summary>
    public CancellationToken Stop { get; set; }
}
