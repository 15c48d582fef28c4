using System;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Integration;

/// <summary>How an upsert runs.</summary>
public sealed class UpsertOptions
{
    /// <summary>Orders or products a request, from 1. The vendor names no limit. 100.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>Requests in flight at the most.</summary>
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>A part-filled batch leaves this long after its first order.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether each travels alone, so that the service's counts say what became of it; <see cref="BatchSize"/> then does not count.</summary>
    public bool OneByOne { get; set; }

    /// <summary>Where it is written down what is sent, so that a run that was ended is simply run again; nothing for nowhere.</summary>
    public JournalSettings? Journal { get; set; }

    internal void Validate()
    {
        if (BatchSize < 1)
        {
            throw new ServiceConfigurationException(
                "BatchSizeOutOfRange",
                $"A batch size of {BatchSize} is not possible.",
                "Give -BatchSize a number from 1, or leave it out.");
        }
    }
}
