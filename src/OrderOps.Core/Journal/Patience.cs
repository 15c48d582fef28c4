using System;
using System.Diagnostics;
using System.Threading;

namespace OrderOps.Journal;

/// <summary>
/// How long a store waits while another process has it locked: its time for each lock, or hardly any for all of them once
/// somebody wants to stop. Safe to use from several threads at once.
/// </summary>
/// <param name="most">How long for one lock.</param>
/// <param name="stop">Says that somebody wants to stop.</param>
internal sealed class Patience(TimeSpan most, CancellationToken stop = default)
{
    // What is locked for moments only, by another run, is still got; and whoever stopped has the prompt within a second.
    private static readonly TimeSpan AfterStop = TimeSpan.FromMilliseconds(150);

    private long _waitedAfterStop;

    /// <summary>How long for one lock, in milliseconds.</summary>
    public int Milliseconds => (int)most.TotalMilliseconds;

    /// <summary>Waits a little, unless it was long enough.</summary>
    /// <param name="waited">Since when this lock is waited for.</param>
    /// <param name="milliseconds">How long at most.</param>
    /// <returns>Whether to try again.</returns>
    public bool Wait(Stopwatch waited, int milliseconds)
    {
        bool stopping = stop.IsCancellationRequested;
        if (waited.Elapsed >= most || (stopping && Interlocked.Read(ref _waitedAfterStop) >= AfterStop.Ticks))
        {
            return false;
        }

        Stopwatch pause = Stopwatch.StartNew();
        Thread.Sleep(milliseconds);
        if (stopping)
        {
            Interlocked.Add(ref _waitedAfterStop, pause.Elapsed.Ticks);
        }

        return true;
    }
}
