using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
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
        Assert.Empty(_rig.Next());
        StoredDelivery stored = await _rig.Store(7, "o7", 3, InboxRig.Shipment());
        await _rig.Store(7, "o7", 3, InboxRig.Shipment(quantity: 3));

        InboxEntry[] handed = [.. _rig.Next()];
        List<InboxEntry> held = _rig.Find(new InboxQuery());
        Assert.Equal(stored.Id, handed[0].Id);
        Assert.Equal([DeliveryKind.New, DeliveryKind.Changed], handed.Select(entry => entry.Delivery));
        Assert.Equal(held.Select(Described), handed.Select(Described));
        Assert.Equal(["s1"], handed[0].NewShipments);
        Assert.Equal(["s1"], handed[1].Conflicts);
        Assert.Empty(_rig.Next());
    }

    [Fact]
    public async Task What_is_handed_over_is_undelivered_until_it_is_marked_and_comes_again_after_a_crash()
    {
        using (_rig.Inbox.AcquireConsumer())
        {
            _rig.Next();
            await _rig.Store(1);
            await _rig.Store(2);
            Assert.Equal([1L, 2L], InboxRig.Ids(_rig.Next()));
            Assert.Equal(2, _rig.Inbox.Counters.Undelivered);
            await _rig.Inbox.MarkDeliveredAsync([2]);
            Assert.Equal(1, _rig.Inbox.Counters.Undelivered);
        }

        _rig.Reopen();
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        InboxEntry again = Assert.Single(_rig.Next());
        Assert.Equal((1L, 2, DeliveryKind.Redelivered), (again.MessageId, again.Attempt, again.Delivery));
    }

    [Fact]
    public async Task What_nobody_took_is_put_back_as_if_it_had_not_been_handed_over()
    {
        using (_rig.Inbox.AcquireConsumer())
        {
            _rig.Next();
            await _rig.Store(1);
            await _rig.Store(2);
            Assert.Equal([1L], InboxRig.Ids(_rig.Next(1)));
        }

        Assert.Equal([1, 0], _rig.Find(new InboxQuery()).Select(entry => entry.Attempt));
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Assert.Equal([(1L, 2), (2L, 1)], _rig.Next().Select(entry => (entry.MessageId!.Value, entry.Attempt)));
    }

    [Fact]
    public async Task No_more_are_kept_ready_than_are_taken_at_once_and_the_rest_comes_after_them()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next(2);
        foreach (int id in Enumerable.Range(1, 5))
        {
            await _rig.Store(id);
        }

        Assert.Equal([1, 1, 0, 0, 0], _rig.Find(new InboxQuery()).Select(entry => entry.Attempt));
        Assert.Equal([1L, 2L], InboxRig.Ids(_rig.Next(2)));

        // Two have left, but what waits in the file was there before.
        await _rig.Store(6);
        Assert.Equal([3L, 4L], InboxRig.Ids(_rig.Next(2)));
        Assert.Equal([5L, 6L], InboxRig.Ids(_rig.Next(2)));
        Assert.Empty(_rig.Next(2));
        await _rig.Store(7);
        Assert.Equal(1, _rig.Find(new InboxQuery { MessageId = 7 }).Single().Attempt);
        Assert.Equal([7L], InboxRig.Ids(_rig.Next(2)));
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
        _rig.Next();
        await _rig.Store(2, minute: 9);
        InboxEntry later = Assert.Single(_rig.Next());
        if (marked)
        {
            _rig.Inbox.MarkDelivered([later.Id]);
        }

        await _rig.Store(1, minute: 8);
        await _rig.Store(3, minute: 10);
        Assert.Equal([true, false], _rig.Next().Select(entry => entry.Stale));
        Assert.Equal([false, true, false], _rig.Find(new InboxQuery()).Select(entry => entry.Stale));
    }

    [Fact]
    public async Task One_that_failed_comes_again_before_what_comes_later()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next();
        StoredDelivery stored = await _rig.Store(1);
        _rig.Next();
        Assert.True(_rig.Inbox.MarkFailed(stored.Id, "no stock", 3));
        await _rig.Store(2);
        Assert.Equal([(1L, 2), (2L, 1)], _rig.Next().Select(entry => (entry.MessageId!.Value, entry.Attempt)));
    }

    [Fact]
    public async Task A_body_too_large_to_be_kept_ready_beside_others_waits_in_the_file()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next();
        string padding = $",\"more\":\"{new string('x', 20 << 20)}\"";
        await _rig.Store(1, more: padding);
        await _rig.Store(2, more: padding);
        Assert.Equal([1, 0], _rig.Find(new InboxQuery()).Select(entry => entry.Attempt));
        Assert.Equal([1L], InboxRig.Ids(_rig.Next()));
        Assert.Equal([2L], InboxRig.Ids(_rig.Next()));
    }

    [Fact]
    public async Task Waiting_ends_when_something_is_handed_over()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next();
        Task waiting = _rig.Inbox.WaitForUndeliveredAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        await _rig.Store(1);
        await waiting;
        await _rig.Inbox.WaitForUndeliveredAsync(CancellationToken.None);
        Assert.Equal([1L], InboxRig.Ids(_rig.Next()));
    }

    [Fact]
    public async Task What_another_process_stores_is_found_after_a_second()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next();
        using (PostingInbox other = _rig.Open())
        {
            await _rig.Store(InboxRig.Body(1), other);
        }

        Assert.Empty(_rig.Next());
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        await _rig.Inbox.WaitForUndeliveredAsync(CancellationToken.None);
        Assert.Equal([1L], InboxRig.Ids(_rig.Next()));
    }

    [Fact]
    public async Task What_another_process_stores_is_found_beside_what_keeps_coming()
    {
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        _rig.Next();
        using PostingInbox other = _rig.Open();
        await _rig.Store(InboxRig.Body(1), other);
        await _rig.Store(2);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([2L], InboxRig.Ids(_rig.Next()));
        await _rig.Store(3);
        Assert.Equal([1L, 3L], InboxRig.Ids(_rig.Next()));
    }

    private static object Described(InboxEntry entry) => (
        (entry.Id, entry.Receiver, Convert.ToBase64String(entry.Body), entry.HasBody, entry.Delivery, entry.Attempt, entry.State),
        (entry.ReceivedAt, entry.DeliveredAt, entry.EventTime, entry.MessageId, entry.OrderCode, entry.EventType, entry.Remote),
        (entry.Reason, entry.Stale, string.Join(",", entry.NewShipments), string.Join(",", entry.SeenShipments), string.Join(",", entry.Conflicts)));
}
