using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>
/// Waits for tasks no longer than until a deadline. One timer looks after all of them: a timer, a source of cancellation
/// and a race of tasks for every request cost as much as reading it.
/// </summary>
internal sealed class Deadlines
{
    // A deadline is kept to within this part of it.
    private const int Fineness = 16;

    private readonly HashSet<Waiter> _waiters = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _within;
    private readonly TimeSpan _every;
    private readonly ITimer _timer;
    private bool _looking;

    /// <summary>Makes them.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="within">How long after its start a step ends at the latest.</param>
    public Deadlines(TimeProvider time, TimeSpan within)
    {
        _time = time;
        _within = within;
        _every = TimeSpan.FromTicks(Math.Max(within.Ticks / Fineness, TimeSpan.TicksPerMillisecond));
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The beginning of a step, for <see cref="IsInTimeAsync"/>.</summary>
    public long Start() => _time.GetTimestamp();

    /// <summary>Waits for a task, whatever becomes of it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="start">When its step began.</param>
    /// <returns>Whether it ended before the deadline; if not, its failure is nobody's business any more.</returns>
    public Task<bool> IsInTimeAsync(Task task, long start)
    {
        Waiter waiter = new(this, start);
        lock (_waiters)
        {
            _waiters.Add(waiter);
            if (!_looking)
            {
                _looking = _timer.Change(_every, Timeout.InfiniteTimeSpan);
            }
        }

        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(waiter.End);
        return waiter.Task;
    }

    private void Look()
    {
        List<Waiter> late = [];
        lock (_waiters)
        {
            foreach (Waiter waiter in _waiters)
            {
                if (_time.GetElapsedTime(waiter.Start) >= _within)
                {
                    late.Add(waiter);
                }
            }

            late.ForEach(waiter => _waiters.Remove(waiter));
            _looking = _waiters.Count > 0 && _timer.Change(_every, Timeout.InfiniteTimeSpan);
        }

        // What comes after each is an answer to a sender, who may be slow to take it.
        late.ForEach(static waiter => Task.Run(waiter.GiveUp));
    }

    private void Remove(Waiter waiter)
    {
        lock (_waiters)
        {
            _waiters.Remove(waiter);
        }
    }

    private sealed class Waiter(Deadlines deadlines, long start)
    {
        // Without the option that runs continuations elsewhere: a task's end is a good place to go on.
        private readonly TaskCompletionSource<bool> _source = new();

        public long Start => start;

        public Task<bool> Task => _source.Task;

        public void End()
        {
            deadlines.Remove(this);
            _source.TrySetResult(true);
        }

        public void GiveUp() => _source.TrySetResult(false);
    }
}
