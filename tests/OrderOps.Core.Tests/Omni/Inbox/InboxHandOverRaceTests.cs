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

/// <summary>Handing over beside transactions that end, fail or are under way.</summary>
public sealed class InboxHandOverRaceTests : IDisposable
{
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task What_is_not_committed_is_not_handed_over()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next();
        using ManualResetEventSlim go = new();
        Task<bool> first = _rig.Inbox.Writer().WriteAsync(_ => go.Wait(TimeSpan.FromSeconds(30)));
        Task<StoredDelivery> good = _rig.Store(1);
        Task<bool> bad = _rig.Inbox.Writer().WriteAsync<bool>(_ => throw new StoreException("Bad", _rig.Path, "It can't be written.", "Leave it."));
        go.Set();
        Assert.True(await first);
        await Assert.ThrowsAsync<StoreException>(() => bad);
        await good;

        // Their transaction was rolled back, and each was written anew by itself.
        Assert.Equal([1L], InboxRig.Ids(_rig.Next()));
        Assert.Empty(_rig.Next());
        Assert.Single(_rig.Find(new InboxQuery()));
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
        _rig.Next(1);

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
        Thread consumer = new(() => taken = InboxRig.Ids(_rig.Next(1)));
        consumer.Start();

        // It found nothing in hand, and looks into the file once the transaction has ended.
        Assert.True(SpinWait.SpinUntil(() => consumer.ThreadState.HasFlag(ThreadState.WaitSleepJoin), patience));
        commit.Set();
        consumer.Join();
        await gate;
        await storing;
        Assert.Equal([1L], taken);
        Assert.Equal([2L], InboxRig.Ids(_rig.Next(1)));
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
                IReadOnlyList<InboxEntry> taken = _rig.Next(sizes[round % sizes.Length]);
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
}
