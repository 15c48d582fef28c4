using System;
using System.Threading;

namespace OrderOps.Batching;

/// <summary>
/// How a run is stopped: first nothing new starts and every wait ends, then, after a moment of grace, what is still in
/// flight is cut off.
/// </summary>
internal sealed class RunControl : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly ITimer _graceTimer;
    private readonly TimeSpan _grace;

    /// <summary>Makes one.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="grace">How long requests in flight may take once stopped.</param>
    /// <param name="journal">Where the run claims what it sends; nothing for nowhere.</param>
    public RunControl(TimeProvider time, TimeSpan grace, JournaledRun? journal = null)
    {
        Journal = journal;
        StopToken = _stop.Token;
        AbortToken = _abort.Token;
        _graceTimer = time.CreateTimer(_ => Cancel(_abort), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _grace = grace;
    }

    /// <summary>Where the run claims what it sends; nothing for nowhere.</summary>
    public JournaledRun? Journal { get; }

    /// <summary>Nothing new starts once this is cancelled.</summary>
    public CancellationToken StopToken { get; }

    /// <summary>What is in flight is cut off once this is cancelled.</summary>
    public CancellationToken AbortToken { get; }

    /// <summary>Whether the run has been stopped.</summary>
    public bool IsStopped => StopToken.IsCancellationRequested;

    /// <summary>Stops the run.</summary>
    public void Stop()
    {
        _graceTimer.Change(_grace, Timeout.InfiniteTimeSpan);
        Cancel(_stop);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _graceTimer.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended while its timer fired.
        }
    }
}
