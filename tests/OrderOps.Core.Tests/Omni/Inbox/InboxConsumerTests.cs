using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public sealed class InboxConsumerTests : IDisposable
{
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_second_consumer_is_told_who_holds_the_inbox()
    {
        using PostingInbox other = _rig.Open();
        using (_rig.Inbox.AcquireConsumer())
        {
            ConsumerHeldException held = Assert.Throws<ConsumerHeldException>(() => other.AcquireConsumer());
            Assert.Equal(ProcessIdentity.Current.ProcessId, held.Owner!.ProcessId);
            Assert.Contains(Environment.MachineName, held.Message, StringComparison.Ordinal);
        }

        other.AcquireConsumer().Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_dead_consumer_is_known_to_be_dead_at_once_and_a_living_one_is_not_pushed_aside(bool alive)
    {
        using SqliteConnection other = new("Data Source=" + _rig.Path + ";Pooling=False");
        other.Open();
        using System.Diagnostics.Process child = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sleep", "60") { UseShellExecute = false })!;
        string stat = System.IO.File.ReadAllText($"/proc/{child.Id}/stat");
        other.Execute(
            "INSERT INTO consumer VALUES (1, $process, $start, $boot, $host, 0)",
            ("$process", child.Id),
            ("$start", ProcessIdentity.StartTicksIn(stat)),
            ("$boot", ProcessIdentity.Current.BootId),
            ("$host", ProcessIdentity.Current.Host));
        try
        {
            if (alive)
            {
                Assert.Throws<ConsumerHeldException>(() => _rig.Inbox.AcquireConsumer());
                return;
            }

            child.Kill();
            child.WaitForExit();
            _rig.Inbox.AcquireConsumer().Dispose();
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill();
            }
        }
    }

    [Fact]
    public void Nothing_is_taken_without_the_lease() => Assert.Throws<InvalidOperationException>(() => _rig.Take());

    [Fact]
    public async Task What_is_taken_is_not_given_twice_and_comes_again_after_a_crash_with_its_attempt()
    {
        await _rig.Store(1);
        await _rig.Store(2);
        using (_rig.Inbox.AcquireConsumer())
        {
            Assert.Equal([1L], _rig.Take(1));
            Assert.Equal([2L], _rig.Take());
            Assert.Empty(_rig.Take());
            _rig.Inbox.MarkDelivered([2]);
        }

        _rig.Reopen();
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        InboxEntry again = Assert.Single(_rig.Inbox.TakeUndelivered(10));
        Assert.Equal((1L, 2, DeliveryKind.Redelivered), (again.MessageId, again.Attempt, again.Delivery));
    }

    [Fact]
    public async Task A_failed_one_comes_again_until_its_last_attempt_and_can_be_completed_still()
    {
        StoredDelivery stored = await _rig.Store(1);
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Take();
        Assert.True(_rig.Inbox.MarkFailed(stored.Id, "no stock", 2));
        Assert.Equal(2, Assert.Single(_rig.Inbox.TakeUndelivered(10)).Attempt);
        _rig.Inbox.MarkFailed(stored.Id, "no stock", 2);
        Assert.Empty(_rig.Take());
        InboxEntry entry = Assert.Single(_rig.Find(new InboxQuery { State = "Failed" }));
        Assert.Equal(("no stock", 2), (entry.Reason, entry.Attempt));

        Assert.Equal(1, _rig.Inbox.MarkDelivered([stored.Id, 999]));
        Assert.Single(_rig.Find(new InboxQuery { State = "Delivered" }));
        Assert.False(_rig.Inbox.MarkFailed(stored.Id, "too late", 2));
    }

    [Theory]
    [InlineData(5, 10, 6, 11, false)]
    [InlineData(5, 10, 4, 11, true)]
    [InlineData(5, 10, 5, 9, true)]
    [InlineData(5, 10, 5, 11, false)]
    public async Task A_posting_that_is_older_than_what_was_delivered_for_its_order_is_stale(int minute, long id, int nextMinute, long nextId, bool stale)
    {
        StoredDelivery first = await _rig.Store(id, minute: minute);
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Take();
        _rig.Inbox.MarkDelivered([first.Id]);
        Assert.Equal(stale, (await _rig.Store(nextId, minute: nextMinute)).Stale);
        Assert.False((await _rig.Store(nextId + 100, "another", nextMinute)).Stale);
        Assert.Equal([stale, false], _rig.Inbox.TakeUndelivered(10).Select(entry => entry.Stale));
    }

    [Fact]
    public async Task An_older_one_that_is_delivered_after_a_later_one_does_not_make_the_next_one_newer()
    {
        StoredDelivery later = await _rig.Store(3, minute: 9);
        StoredDelivery earlier = await _rig.Store(1, minute: 5);
        Assert.All(_rig.Find(new InboxQuery()), entry => Assert.Null(entry.DeliveredAt));

        _rig.Inbox.MarkDelivered([later.Id]);
        _rig.Inbox.MarkDelivered([earlier.Id]);

        Assert.True((await _rig.Store(2, minute: 7)).Stale);
        Assert.Equal([_rig.Time.GetUtcNow(), _rig.Time.GetUtcNow(), null], _rig.Find(new InboxQuery()).Select(entry => entry.DeliveredAt));
    }

    [Fact]
    public async Task One_that_is_taken_after_a_later_one_is_stale_too()
    {
        await _rig.Store(2, minute: 9);
        Assert.False((await _rig.Store(1, minute: 8)).Stale);
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Assert.Equal([false, true], _rig.Inbox.TakeUndelivered(10).Select(entry => entry.Stale));
        Assert.Equal([false, true], _rig.Find(new InboxQuery()).Select(entry => entry.Stale));
    }

    [Fact]
    public async Task Waiting_ends_when_something_is_stored_and_when_nobody_wants_it_any_more()
    {
        using CancellationTokenSource stop = new();
        Task waiting = _rig.Inbox.WaitForUndeliveredAsync(stop.Token);
        Assert.False(waiting.IsCompleted);
        await _rig.Store(1);
        await waiting;

        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Take();
        Task second = _rig.Inbox.WaitForUndeliveredAsync(stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task The_oldest_that_waits_has_its_age()
    {
        Assert.Null(_rig.Inbox.Counters.OldestUndeliveredAge);
        await _rig.Store(1);
        _rig.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(TimeSpan.FromMinutes(3), _rig.Inbox.Counters.OldestUndeliveredAge);
    }
}
