using System;
using System.Collections.Generic;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>How a sync runs.</summary>
public sealed class SyncOptions
{
    /// <summary>Orders a request, 1 to 25 (vendor page: Sync Order v1).</summary>
    public int BatchSize { get; set; } = MaximumBatchSize;

    /// <summary>Requests in flight at the most.</summary>
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>A part-filled batch leaves this long after its first order.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How orders are read and checked.</summary>
    public OrderRuleOptions Rules { get; set; } = new();

    /// <summary>Keys for <c>data</c> beside the shipments and the credentials.</summary>
    public IReadOnlyDictionary<string, object?>? AdditionalData { get; set; }

    /// <summary>Where it is written down what is sent, so that a run that was ended is simply run again; nothing for nowhere.</summary>
    public JournalSettings? Journal { get; set; }

    /// <summary>The most that the vendor takes in one request.</summary>
    public static int MaximumBatchSize => 25;

    internal void Validate() => BatchSizeRule.Check(BatchSize, MaximumBatchSize, "orders");
}

internal static class BatchSizeRule
{
    public static void Check(int size, int maximum, string what)
    {
        if (size < 1 || size > maximum)
        {
            throw new ServiceConfigurationException(
                "BatchSizeOutOfRange",
                $"A batch size of {size} is not possible: ITL takes 1 to {maximum} {what} a request.",
                $"Give -BatchSize a number from 1 to {maximum}, or leave it out.");
        }
    }
}
