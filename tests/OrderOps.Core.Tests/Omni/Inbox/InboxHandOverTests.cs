using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

/// <summary>What comes while a consumer has nothing else to take goes to it without being read back.</summary>
public sealed class InboxHandOverTests : IDisposable
{
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task What_is_handed_over_is_what_the_file_holds()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Assert.Empty(Next());
        StoredDelivery stored = await _rig.Store(7, "o7", 3, InboxRig.Shipment());
        await _rig.Store(7, "o7", 3, InboxRig.Shipment(quantity: 3));

        InboxEntry[] handed = [.. Next()];
        List<InboxEntry> held = _rig.Find(new InboxQuery());
        Assert.Equal(stored.Id, handed[0].Id);
        Assert.Equal([DeliveryKind.New, DeliveryKind.Changed], handed.Select(entry => entry.Delivery));
        Assert.Equal(held.Select(Described), handed.Select(Described));
        Assert.Equal(["s1"], handed[0].NewShipments);
        Assert.Equal(["s1"], handed[1].Conflicts);
        Assert.Empty(Next());
    }

    [Fact]
    public async Task What_is_handed_over_is_undelivered_until_it_is_marked_and_comes_again_after_a_crash()
    {
        using (_rig.Inbox.AcquireConsumer())
        {
            Next();
            await _rig.Store(1);
            await _rig.Store(2);
            Assert.Equal([1L, 2L], Ids(Next()));
            Assert.Equal(2, _rig.Inbox.Counters.Undelivered);
            await _rig.Inbox.MarkDeliveredAsync([2]);
            Assert.Equal(1, _rig.Inbox.Counters.Undelivered);
        }

        _rig.Reopen();
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        InboxEntry again = Assert.Single(Next());
        Assert.Equal((1L, 2, DeliveryKind.Redelivered), (again.MessageId, again.Attempt, again.Delivery));
    }

    [Fact]
    public async Task What_nobody_took_is_put_back_as_if_it_had_not_been_handed_over()
    {
        using (_rig.Inbox.AcquireConsumer())
        {
            Next();
            await _rig.Store(1);
            await _rig.Store(2);
            Assert.Equal([1L], Ids(Next(1)));
        }

        Assert.Equal([1, 0], _rig.Find(new InboxQuery()).Select(entry => entry.Attempt));
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Assert.Equal([(1L, 2), (2L, 1)], Next().Select(entry => (entry.MessageId!.Value, entry.Attempt)));
    }

    [Fact]
    public async Task No_more_are_kept_ready_than_are_taken_at_once_and_the_rest_comes_after_them()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next(2);
        foreach (int id in Enumerable.Range(1, 5))
        {
            await _rig.Store(id);
        }

        Assert.Equal([1, 1, 0, 0, 0], _rig.Find(new InboxQuery()).Select(entry => entry.Attempt));
        Assert.Equal([1L, 2L], Ids(Next(2)));

        // Two have left, but what waits in the file was there before.
        await _rig.Store(6);
        Assert.Equal([3L, 4L], Ids(Next(2)));
        Assert.Equal([5L, 6L], Ids(Next(2)));
        Assert.Empty(Next(2));
        await _rig.Store(7);
        Assert.Equal(1, _rig.Find(new InboxQuery { MessageId = 7 }).Single().Attempt);
        Assert.Equal([7L], Ids(Next(2)));
    }

    [Fact]
    public async Task Nothing_is_handed_over_to_who_does_not_ask_for_it()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Assert.Empty(_rig.Take());
        await _rig.Store(1);
        Assert.Equal(0, _rig.Find(new InboxQuery()).Single().Attempt);
        Assert.Equal([1L], _rig.Take());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_older_one_is_stale_beside_what_is_handed_over_before_it(bool marked)
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        await _rig.Store(2, minute: 9);
        InboxEntry later = Assert.Single(Next());
        if (marked)
        {
            _rig.Inbox.MarkDelivered([later.Id]);
        }

        await _rig.Store(1, minute: 8);
        await _rig.Store(3, minute: 10);
        Assert.Equal([true, false], Next().Select(entry => entry.Stale));
        Assert.Equal([false, true, false], _rig.Find(new InboxQuery()).Select(entry => entry.Stale));
    }

    [Fact]
    public async Task One_that_failed_comes_again_before_what_comes_later()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        StoredDelivery stored = await _rig.Store(1);
        Next();
        Assert.True(_rig.Inbox.MarkFailed(stored.Id, "no stock", 3));
        await _rig.Store(2);
        Assert.Equal([(1L, 2), (2L, 1)], Next().Select(entry => (entry.MessageId!.Value, entry.Attempt)));
    }

    [Fact]
    public async Task What_is_not_committed_is_not_handed_over()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        using ManualResetEventSlim go = new();
        Task<bool> first = _rig.Inbox.Writer().WriteAsync(_ => go.Wait(TimeSpan.FromSeconds(30)));
        Task<StoredDelivery> good = _rig.Store(1);
        Task<bool> bad = _rig.Inbox.Writer().WriteAsync<bool>(_ => throw new StoreException("Bad", _rig.Path, "It can't be written.", "Leave it."));
        go.Set();
        Assert.True(await first);
        await Assert.ThrowsAsync<StoreException>(() => bad);
        await good;

        // Their transaction was rolled back, and each was written anew by itself.
        Assert.Equal([1L], Ids(Next()));
        Assert.Empty(Next());
        Assert.Single(_rig.Find(new InboxQuery()));
    }

    [Fact]
    public async Task A_body_too_large_to_be_kept_ready_beside_others_waits_in_the_file()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        string padding = $",\"more\":\"{new string('x', 20 << 20)}\"";
        await _rig.Store(1, more: padding);
        await _rig.Store(2, more: padding);
        Assert.Equal([1, 0], _rig.Find(new InboxQuery()).Select(entry => entry.Attempt));
        Assert.Equal([1L], Ids(Next()));
        Assert.Equal([2L], Ids(Next()));
    }

    [Fact]
    public async Task Waiting_ends_when_something_is_handed_over()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        Task waiting = _rig.Inbox.WaitForUndeliveredAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        await _rig.Store(1);
        await waiting;
        await _rig.Inbox.WaitForUndeliveredAsync(CancellationToken.None);
        Assert.Equal([1L], Ids(Next()));
    }

    [Fact]
    public async Task What_another_process_stores_is_found_after_a_second()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        using (PostingInbox other = _rig.Open())
        {
            await _rig.Store(InboxRig.Body(1), other);
        }

        Assert.Empty(Next());
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        await _rig.Inbox.WaitForUndeliveredAsync(CancellationToken.None);
        Assert.Equal([1L], Ids(Next()));
    }

    [Fact]
    public async Task What_another_process_stores_is_found_beside_what_keeps_coming()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next();
        using PostingInbox other = _rig.Open();
        await _rig.Store(InboxRig.Body(1), other);
        await _rig.Store(2);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([2L], Ids(Next()));
        await _rig.Store(3);
        Assert.Equal([1L, 3L], Ids(Next()));
    }

    [Fact]
    public async Task A_consumer_that_could_not_give_back_what_it_had_leaves_it_to_the_next_one()
    {
        using PostingInbox inbox = PostingInbox.Open(new InboxOptions { Path = _rig.Path, BusyTimeout = TimeSpan.Zero });
        ConsumerLease first = inbox.AcquireConsumer();
        inbox.TakeUndelivered(10, ahead: true);
        await _rig.Store(InboxRig.Body(1), inbox);
        using (SqliteConnection other = new($"Data Source={_rig.Path};Pooling=False"))
        {
            other.Open();
            other.Execute("BEGIN IMMEDIATE");
            first.Dispose();
        }

        using ConsumerLease second = inbox.AcquireConsumer();
        Assert.Equal([(1L, 2)], inbox.TakeUndelivered(10, ahead: true).Select(entry => (entry.MessageId!.Value, entry.Attempt)));
        Assert.Empty(inbox.TakeUndelivered(10, ahead: true));
    }

    [Fact]
    public async Task What_waits_in_the_file_does_not_overtake_what_was_handed_over_with_it()
    {
        TimeSpan patience = TimeSpan.FromSeconds(30);
        using ManualResetEventSlim begin = new(), stored = new(), commit = new();
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Next(1);

        // One transaction: the first is handed over, the second has no place any more.
        Task<bool> gate = _rig.Inbox.Writer().WriteAsync(_ => begin.Wait(patience));
        Task storing = Task.WhenAll(_rig.Store(1), _rig.Store(2), _rig.Inbox.MarkDeliveredAsync([99]), _rig.Inbox.Writer().WriteAsync(_ =>
        {
            stored.Set();
            return commit.Wait(patience);
        }));
        begin.Set();
        Assert.True(stored.Wait(patience));
        long[] taken = [];
        Thread consumer = new(() => taken = Ids(Next(1)));
        consumer.Start();

        // It found nothing in hand, and looks into the file once the transaction has ended.
        Assert.True(SpinWait.SpinUntil(() => consumer.ThreadState.HasFlag(ThreadState.WaitSleepJoin), patience));
        commit.Set();
        consumer.Join();
        await gate;
        await storing;
        Assert.Equal([1L], taken);
        Assert.Equal([2L], Ids(Next(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whoever_takes_many_or_few_gets_each_once_and_in_order(int seed)
    {
        const int Postings = 1500;
        Random dice = new(seed);
        int[] sizes = [.. Enumerable.Range(0, Postings).Select(_ => dice.Next(1, 40))];
        int next = 0;
        Task storing = Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (int id = Interlocked.Increment(ref next); id <= Postings; id = Interlocked.Increment(ref next))
            {
                await _rig.Store(id, $"o{id % 50}", shipments: InboxRig.Shipment($"s{id % 200}"));
            }
        })));

        List<long> emitted = [];
        for (int round = 0, lease = 0; emitted.Count < Postings; lease++)
        {
            using ConsumerLease held = _rig.Inbox.AcquireConsumer();
            for (int rounds = round + 20; emitted.Count < Postings && round < rounds; round++)
            {
                IReadOnlyList<InboxEntry> taken = Next(sizes[round % sizes.Length]);
                emitted.AddRange(taken.Select(entry => entry.Id));
                Assert.All(taken, entry => Assert.Equal((1, DeliveryKind.New), (entry.Attempt, entry.Delivery)));
                if (taken.Count > 0)
                {
                    _ = _rig.Inbox.MarkDeliveredAsync([.. taken.Select(entry => entry.Id)]);
                }
                else
                {
                    using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
                    await _rig.Inbox.WaitForUndeliveredAsync(patience.Token);
                }
            }
        }

        await storing;
        Assert.Equal(Enumerable.Range(1, Postings).Select(id => (long)id), emitted);
        Assert.Equal(0, _rig.Inbox.Counters.Undelivered);
        Assert.Equal(Postings, _rig.Find(new InboxQuery { State = "Delivered" }).Count);
    }

    private static long[] Ids(IEnumerable<InboxEntry> entries) => [.. entries.Select(entry => entry.MessageId!.Value)];

    private static object Described(InboxEntry entry) => (
        (entry.Id, entry.Receiver, Convert.ToBase64String(entry.Body), entry.HasBody, entry.Delivery, entry.Attempt, entry.State),
        (entry.ReceivedAt, entry.DeliveredAt, entry.EventTime, entry.MessageId, entry.OrderCode, entry.EventType, entry.Remote),
        (entry.Reason, entry.Stale, string.Join(",", entry.NewShipments), string.Join(",", entry.SeenShipments), string.Join(",", entry.Conflicts)));

    private IReadOnlyList<InboxEntry> Next(int max = 100) => _rig.Inbox.TakeUndelivered(max, ahead: true);
}
