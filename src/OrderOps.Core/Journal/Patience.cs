using System;
using System.Diagnostics;
using System.Threading;

namespace OrderOps.Journal;

/// <summary>
/// How long a store waits while another process has it locked: its time for each lock, or what is left of a second for all of
/// them once somebody wants to stop. Safe to use from several threads at once.
/// </summary>
internal sealed class Patience : IDisposable
{
    // Another run has it for moments only, again and again on a slow disk, and what this one knows is to be written down.
    private static readonly TimeSpan AfterStop = TimeSpan.FromMilliseconds(800);

    // For what was in flight until then.
    private static readonly TimeSpan AtLast = TimeSpan.FromMilliseconds(100);

    private readonly TimeSpan _most;
    private readonly CancellationTokenRegistration _onStop;
    private Stopwatch? _stopped;
    private long _waitedAtLast;

    /// <summary>Makes one.</summary>
    /// <param name="most">How long for one lock.</param>
    /// <param name="stop">Says that somebody wants to stop.</param>
    public Patience(TimeSpan most, CancellationToken stop = default)
    {
        _most = most;
        _onStop = stop.Register(static self => Volatile.Write(ref ((Patience)self!)._stopped, Stopwatch.StartNew()), this);
    }

    /// <summary>How long for one lock, in milliseconds.</summary>
    public int Milliseconds => (int)_most.TotalMilliseconds;

    /// <summary>Listens for the stop no more: it can be that of a whole program, which outlives many stores.</summary>
    public void Dispose() => _onStop.Dispose();

    /// <summary>Waits a little, unless it was long enough.</summary>
    /// <param name="waited">Since when this lock is waited for.</param>
    /// <param name="milliseconds">How long at most.</param>
    /// <returns>Whether to try again.</returns>
    public bool Wait(Stopwatch waited, int milliseconds)
    {
        bool late = Volatile.Read(ref _stopped) is { } stopped && stopped.Elapsed >= AfterStop;
        if (waited.Elapsed >= _most || (late && Interlocked.Read(ref _waitedAtLast) >= AtLast.Ticks))
        {
            return false;
        }

        Stopwatch pause = Stopwatch.StartNew();
        Thread.Sleep(milliseconds);
        if (late)
        {
            Interlocked.Add(ref _waitedAtLast, pause.Elapsed.Ticks);
        }

        return true;
    }
}
