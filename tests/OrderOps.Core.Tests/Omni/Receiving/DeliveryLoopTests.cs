using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

public class DeliveryLoopTests
{
    private readonly Shelf _shelf = new();
    private readonly List<object> _emitted = new();
    private int _stoppedListening;

    [Fact]
    public void Draining_emits_all_in_order_and_marks_them()
    {
        _shelf.Put(1, 150);
        Run(new() { Drain = true });
        Assert.Equal(Enumerable.Range(1, 150).Cast<object>(), _emitted);
        Assert.Equal(Enumerable.Range(1, 150), _shelf.Delivered);
        Assert.Equal(0, _stoppedListening);
    }

    [Fact]
    public void A_count_ends_it_and_takes_no_more_than_that()
    {
        _shelf.Put(1, 10);
        Run(new() { Count = 3 });
        Assert.Equal([1, 2, 3], _shelf.Delivered);
        Assert.Equal(7, _shelf.Left);
    }

    [Fact]
    public void Acknowledging_by_hand_marks_nothing()
    {
        _shelf.Put(1, 3);
        Run(new() { Drain = true, ManualAck = true });
        Assert.Equal(3, _emitted.Count);
        Assert.Empty(_shelf.Delivered);
    }

    [Fact]
    public void What_the_next_command_failed_on_is_not_delivered()
    {
        _shelf.Put(1, 5);
        Assert.Throws<InvalidOperationException>(() => Run(new() { Drain = true }, onEmit: static item => Fail(item, 2)));
        Assert.Equal([1], _shelf.Delivered);

        // Taken together with the second, and never emitted.
        Assert.Equal(3, _shelf.Take(1).Single().Id);
    }

    [Fact]
    public void What_the_next_command_took_before_it_had_enough_is_delivered()
    {
        _shelf.Put(1, 5);
        Assert.Throws<InvalidOperationException>(() => Run(new() { Drain = true }, onEmit: static item => Fail(item, 3), wasTaken: static _ => true));
        Assert.Equal([1, 2, 3], _shelf.Delivered);
    }

    [Fact]
    public void A_slow_command_has_each_posting_marked_as_it_takes_it()
    {
        var time = new ManualTimeProvider();
        _shelf.Put(1, 3);
        var deliveredBefore = new List<int>();
        Run(
            new() { Drain = true, Time = time },
            onEmit: _ =>
            {
                deliveredBefore.Add(_shelf.Delivered.Count);
                time.Advance(TimeSpan.FromSeconds(1));
            });
        Assert.Equal([0, 1, 2], deliveredBefore);
    }

    [Fact]
    public void Silence_ends_it_after_what_came_in_the_meantime()
    {
        var time = new ManualTimeProvider();
        _shelf.Put(1, 2);
        _shelf.OnWait = () => time.Advance(TimeSpan.FromSeconds(20));
        Run(new() { IdleTimeout = TimeSpan.FromSeconds(30), Time = time }, onStop: () => _shelf.Put(3, 1));
        Assert.Equal([1, 2, 3], _shelf.Delivered);
        Assert.Equal(1, _stoppedListening);
    }

    [Fact]
    public void A_posting_ends_the_silence()
    {
        var time = new ManualTimeProvider();
        var waits = 0;
        _shelf.OnWait = () =>
        {
            time.Advance(TimeSpan.FromSeconds(20));
            if (++waits == 1)
                _shelf.Put(1, 1);
        };
        Run(new() { IdleTimeout = TimeSpan.FromSeconds(30), Time = time });
        Assert.Equal(3, waits);
    }

    [Fact]
    public void The_hour_ends_it_even_when_postings_keep_coming()
    {
        var time = new ManualTimeProvider();
        _shelf.Put(1, 200);
        Run(new() { Until = ManualTimeProvider.Start.AddSeconds(100), Time = time }, onEmit: _ => time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(1, _stoppedListening);
        Assert.Equal(200, _shelf.Delivered.Count);
    }

    [Fact]
    public void A_disk_that_is_full_for_a_while_ends_nothing()
    {
        _shelf.Put(1, 3);
        Run(new() { Count = 3 }, onEmit: item => _shelf.Failures = (int)item == 1 ? 1 : 0);
        Assert.Equal([1, 2, 3], _emitted);
        Assert.Equal([1, 2, 3], _shelf.Delivered);
    }

    [Fact]
    public void A_drain_does_not_wait_for_a_full_disk()
    {
        _shelf.Put(1, 3);
        _shelf.Failures = 1;
        Assert.Throws<TimeoutException>(() => Run(new() { Drain = true }));
    }

    [Fact]
    public void Stopping_ends_the_wait_at_once()
    {
        using var loop = new DeliveryLoop(_shelf, new());
        _shelf.OnWait = loop.Stop;
        loop.Run(_emitted.Add, static _ => false, static () => { }, static () => { });
        Assert.Empty(_emitted);
    }

    [Fact]
    public void Stopping_in_the_middle_marks_what_was_taken()
    {
        _shelf.Put(1, 10);
        using var loop = new DeliveryLoop(_shelf, new());
        loop.Run(
            item =>
            {
                if ((int)item == 4)
                    loop.Stop();
            },
            static _ => false,
            static () => { },
            static () => { });
        Assert.Equal([1, 2, 3, 4], _shelf.Delivered);
    }

    private static void Fail(object item, int on)
    {
        if ((int)item == on)
            throw new InvalidOperationException();
    }

    private void Run(DeliveryOptions options, Action<object>? onEmit = null, Func<Exception, bool>? wasTaken = null, Action? onStop = null)
    {
        using var loop = new DeliveryLoop(_shelf, options);
        loop.Run(
            item =>
            {
                onEmit?.Invoke(item);
                _emitted.Add(item);
            },
            wasTaken ?? (static _ => false),
            () =>
            {
                _stoppedListening++;
                onStop?.Invoke();
            },
            static () => { });
    }

    /// <summary>What is stored, in memory.</summary>
    private sealed class Shelf : IUndelivered
    {
        private readonly Queue<UndeliveredPosting> _waiting = new();

        public Action OnWait { get; set; } = static () => { };

        public List<int> Delivered { get; } = new();

        public int Left => _waiting.Count;

        /// <summary>How often the store fails before it works again.</summary>
        public int Failures { get; set; }

        public bool IsPassing(Exception failure) => failure is TimeoutException;

        public void Put(int first, int count)
        {
            foreach (var id in Enumerable.Range(first, count))
                _waiting.Enqueue(new(id, id));
        }

        public IReadOnlyList<UndeliveredPosting> Take(int maximum)
        {
            Fail();
            return TakeNow(maximum);
        }

        private void Fail()
        {
            if (Failures-- > 0)
                throw new TimeoutException();
        }

        private List<UndeliveredPosting> TakeNow(int maximum) =>
            Enumerable.Range(0, Math.Min(maximum, _waiting.Count)).Select(_ => _waiting.Dequeue()).ToList();

        public void PutBack(IReadOnlyList<long> ids)
        {
            var rest = _waiting.ToList();
            _waiting.Clear();
            foreach (var posting in ids.Select(static id => new UndeliveredPosting(id, (int)id)).Concat(rest))
                _waiting.Enqueue(posting);
        }

        public Task WaitAsync(CancellationToken cancellationToken)
        {
            OnWait();
            return Task.CompletedTask;
        }

        public Task MarkDeliveredAsync(IReadOnlyList<long> ids)
        {
            if (Failures-- > 0)
                return Task.FromException(new TimeoutException());
            Delivered.AddRange(ids.Select(static id => (int)id));
            return Task.CompletedTask;
        }
    }
}
