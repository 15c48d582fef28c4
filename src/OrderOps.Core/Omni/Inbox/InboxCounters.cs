using System;

namespace OrderOps.Omni;

/// <summary>What the inbox has seen since it was opened, and what it holds now.</summary>
internal sealed class InboxCounters
{
    /// <summary>Deliveries that were handed to the inbox.</summary>
    public long Received { get; set; }

    /// <summary>Deliveries that were written: new, changed and quarantined ones.</summary>
    public long Stored { get; set; }

    /// <summary>Deliveries whose messageId and body were known.</summary>
    public long DuplicateDeliveries { get; set; }

    /// <summary>Deliveries whose messageId was known with another body.</summary>
    public long ChangedDeliveries { get; set; }

    /// <summary>Shipments that were known and contradict nothing.</summary>
    public long DuplicateShipments { get; set; }

    /// <summary>Shipments that were known with other content.</summary>
    public long Conflicts { get; set; }

    /// <summary>Deliveries that can't be postings.</summary>
    public long Quarantined { get; set; }

    /// <summary>Deliveries that could not be stored.</summary>
    public long Refused { get; set; }

    /// <summary>The median of the latest commits in milliseconds, waiting for the writer included.</summary>
    public double CommitMilliseconds50 { get; set; }

    /// <summary>The 99th percentile of the latest commits in milliseconds.</summary>
    public double CommitMilliseconds99 { get; set; }

    /// <summary>Entries that wait for a command.</summary>
    public long Undelivered { get; set; }

    /// <summary>How long the oldest of them waits; <see langword="null"/> if none does.</summary>
    public TimeSpan? OldestUndeliveredAge { get; set; }
}
