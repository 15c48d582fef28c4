using System;
using OrderOps.Journal;

namespace OrderOps.Itl;

/// <summary>How cancelling runs.</summary>
public sealed class CancelOptions
{
    /// <summary>AWBs a request, 1 to 100 (vendor page: Cancel Order v3).</summary>
    public int BatchSize { get; set; } = MaximumBatchSize;

    /// <summary>Requests in flight at the most.</summary>
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>A part-filled batch leaves this long after its first AWB.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where it is written down what is sent, so that a run that was ended is simply run again; nothing for nowhere.</summary>
    public JournalSettings? Journal { get; set; }

    /// <summary>The most that the vendor takes in one request.</summary>
    public static int MaximumBatchSize => 100;

    internal void Validate() => BatchSizeRule.Check(BatchSize, MaximumBatchSize, "AWB numbers");
}
