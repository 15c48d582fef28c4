using System;

namespace OrderOps.Batching;

/// <summary>How inputs are gathered and sent.</summary>
internal sealed class BatchOptions
{
    /// <summary>Items a request.</summary>
    public int BatchSize { get; set; } = 25;

    /// <summary>Requests in flight at the most.</summary>
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>A part-filled batch leaves this long after its first item.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromSeconds(5);
}
