using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace OrderOps.Tests.Support;

/// <summary>
/// A clock that stands still until it is moved. Timers of at most <c>leapUpTo</c> are not waited for: the clock leaps
/// to their end at once. So backoffs pass in no time while time-outs, which are longer, don't strike.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = new();
    private readonly TimeSpan _leapUpTo;
    private DateTimeOffset _now = Start;

    public ManualTimeProvider()
        : this(TimeSpan.MinValue)
    {
    }

    public ManualTimeProvider(TimeSpan leapUpTo) => _leapUpTo = leapUpTo;

    /// <summary>Every wait that was leapt over, in the order they came.</summary>
    public IReadOnlyList<TimeSpan> Leaps
    {
        get
        {
            lock (_lock)
                return _leaps.ToArray();
        }
    }

    /// <summary>Raised when a timer is set that is not leapt over.</summary>
    public event Action<TimeSpan>? TimerSet;

    private readonly List<TimeSpan> _leaps = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due).ToList();
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        Set(timer, dueTime);
        return timer;
    }

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
                return;

            if (dueTime > _leapUpTo)
            {
                timer.Due = _now + dueTime;
                _timers.Add(timer);
            }
            else
            {
                _leaps.Add(dueTime);
                _now += dueTime;
            }
        }

        if (dueTime > _leapUpTo)
            TimerSet?.Invoke(dueTime);
        else
            ThreadPool.QueueUserWorkItem(_ => timer.Fire());
    }

    private void Remove(ManualTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private int _disposed;

        public DateTimeOffset Due { get; set; }

        public void Fire()
        {
            if (Volatile.Read(ref _disposed) == 0)
                callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Set(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            Volatile.Write(ref _disposed, 1);
            owner.Remove(this);
        }

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
