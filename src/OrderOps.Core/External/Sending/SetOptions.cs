using System;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>How setting orders runs.</summary>
public sealed class SetOptions
{
    /// <summary>Orders a request; whether the service has a limit is not known. 1.</summary>
    public int BatchSize { get; set; } = 1;

    /// <summary>Requests in flight at the most.</summary>
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>A part-filled batch leaves this long after its first order.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where it is written down what is sent, so that a run that was ended is simply run again; nothing for nowhere.</summary>
    public JournalSettings? Journal { get; set; }

    internal void Validate()
    {
        if (BatchSize < 1)
        {
            throw new ServiceConfigurationException("BatchSizeOutOfRange", $"A batch size of {BatchSize} is not possible.", "Give -BatchSize a number from 1 on, or leave it out for one order a request.");
        }
    }
}
