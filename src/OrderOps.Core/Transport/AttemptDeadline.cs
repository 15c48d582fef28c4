using System;
using System.Threading;

namespace OrderOps.Transport;

/// <summary>When an attempt in flight ends: at its time-out, a moment after a stop, or at once on an abort.</summary>
#pragma warning disable CA2213 // The source has no timer of its own, and a late callback may still cancel it.
internal sealed class AttemptDeadline : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private readonly CancellationTokenSource _source = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _stopGrace;
    private readonly long _start;
    private readonly ITimer _timer;
    private readonly CancellationToken _stop;
    private readonly CancellationToken _abort;
    private readonly CancellationTokenRegistration _onStop;
    private readonly CancellationTokenRegistration _onAbort;

    public AttemptDeadline(TimeProvider time, TimeSpan timeout, TimeSpan stopGrace, CancellationToken stop, CancellationToken abort)
    {
        _time = time;
        _timeout = timeout <= TimeSpan.Zero || timeout > Longest ? Timeout.InfiniteTimeSpan : timeout;
        _stopGrace = stopGrace;
        _stop = stop;
        _abort = abort;
        _start = time.GetTimestamp();
        _timer = time.CreateTimer(static self => ((AttemptDeadline)self!)._source.Cancel(), this, _timeout, Timeout.InfiniteTimeSpan);
        _onAbort = abort.Register(static self => ((AttemptDeadline)self)._source.Cancel(), this);
        _onStop = stop.Register(static self => ((AttemptDeadline)self).Shorten(), this);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was the caller who ended the attempt, not the time-out.</summary>
    public bool IsCut => _source.IsCancellationRequested && (_abort.IsCancellationRequested || _stop.IsCancellationRequested);

    public bool IsTimedOut => _source.IsCancellationRequested && !IsCut;

    public void Dispose()
    {
        _onStop.Dispose();
        _onAbort.Dispose();
        _timer.Dispose();
    }

    private void Shorten()
    {
        var left = _timeout - _time.GetElapsedTime(_start);
        _timer.Change(_timeout < TimeSpan.Zero || left > _stopGrace ? _stopGrace : left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
