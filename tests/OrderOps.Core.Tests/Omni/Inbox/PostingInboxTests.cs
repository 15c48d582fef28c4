using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public sealed class PostingInboxTests : IDisposable
{
    private const string Thanks = "{\"hasError\":false,\"errorMessage\":\"\"}";
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_new_posting_is_kept_to_the_byte()
    {
        byte[] body = InboxRig.Body(1, more: ",\"unknown\":{\"a\":[1]}");
        StoredDelivery stored = await _rig.Store(body);
        Assert.Equal((DeliveryKind.New, Thanks), (stored.Kind, stored.Answer));

        InboxEntry entry = Assert.Single(_rig.Find(new InboxQuery()));
        Assert.Equal(body, entry.Body);
        Assert.Equal((stored.Id, 1L, "o1", "OUTWARD_ORDER_CREATE", "Undelivered", 0), (entry.Id, entry.MessageId, entry.OrderCode, entry.EventType, entry.State, entry.Attempt));
        Assert.Equal("127.0.0.1", entry.Remote);
    }

    [Fact]
    public async Task The_same_messageId_and_body_is_a_repeat_and_gets_the_first_answer()
    {
        StoredDelivery first = await _rig.Store(1);
        _rig.Reopen();
        StoredDelivery second = await _rig.Store(1);
        Assert.Equal((first.Id, DeliveryKind.Redelivered, first.Answer), (second.Id, second.Kind, second.Answer));
        Assert.Single(_rig.Find(new InboxQuery()));
    }

    [Fact]
    public async Task The_same_messageId_with_another_body_is_kept_and_each_body_once()
    {
        await _rig.Store(1);
        StoredDelivery changed = await _rig.Store(1, more: ",\"x\":1");
        Assert.Equal(DeliveryKind.Changed, changed.Kind);
        Assert.Equal((changed.Id, DeliveryKind.Redelivered), ((await _rig.Store(1, more: ",\"x\":1")).Id, (await _rig.Store(1, more: ",\"x\":1")).Kind));
        Assert.Equal(DeliveryKind.Redelivered, (await _rig.Store(1)).Kind);
        Assert.Equal([DeliveryKind.New, DeliveryKind.Changed], _rig.Find(new InboxQuery { MessageId = 1 }).Select(entry => entry.Delivery));
    }

    [Fact]
    public async Task A_messageId_is_known_within_one_receiver()
    {
        await _rig.Store(1);
        Assert.Equal(DeliveryKind.New, (await _rig.Store(InboxRig.Body(1), receiver: "other")).Kind);
    }

    [Fact]
    public async Task What_cannot_be_a_posting_is_kept_with_its_reason_and_not_emitted()
    {
        byte[] body = Encoding.UTF8.GetBytes("{\"messageId\":5}");
        StoredDelivery stored = await _rig.Store(body);
        Assert.Equal(DeliveryKind.Quarantined, stored.Kind);
        Assert.StartsWith("{\"hasError\":true,\"errorMessage\":\"", stored.Answer, StringComparison.Ordinal);
        Assert.Equal(DeliveryKind.Redelivered, (await _rig.Store(body)).Kind);
        Assert.Equal(stored.Answer, (await _rig.Store(body)).Answer);

        InboxEntry entry = Assert.Single(_rig.Find(new InboxQuery { State = "Quarantine", MessageId = 5 }));
        Assert.Equal(body, entry.Body);
        Assert.NotNull(entry.Reason);
        using ConsumerLease lease = _rig.Inbox.AcquireConsumer();
        Assert.Empty(_rig.Take());

        // Sent again in order, it is a posting like any other.
        Assert.Equal(DeliveryKind.New, (await _rig.Store(5)).Kind);
    }

    [Fact]
    public async Task Of_two_at_the_same_instant_one_is_new_always()
    {
        using PostingInbox other = _rig.Open();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(async i =>
        {
            byte[] body = InboxRig.Body(i);
            StoredDelivery[] both = await Task.WhenAll(Task.Run(() => _rig.Store(body)), Task.Run(() => _rig.Store(body, i % 2 == 0 ? other : _rig.Inbox)));
            Assert.Equal([DeliveryKind.New, DeliveryKind.Redelivered], both.Select(stored => stored.Kind).OrderBy(kind => kind));
            Assert.Equal(both[0].Id, both[1].Id);
        }));
        Assert.Equal(1000, _rig.Find(new InboxQuery()).Count);
    }

    [Fact]
    public async Task Many_at_once_are_all_there_once_each()
    {
        StoredDelivery[] stored = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Task.Run(() => _rig.Store(i % 1500))));
        Assert.Equal(1500, stored.Count(one => one.Kind == DeliveryKind.New));
        Assert.Equal(500, stored.Count(one => one.Kind == DeliveryKind.Redelivered));
        InboxCounters counters = _rig.Inbox.Counters;
        Assert.Equal((2000L, 1500L, 500L, 1500L), (counters.Received, counters.Stored, counters.DuplicateDeliveries, counters.Undelivered));
        Assert.True(counters.CommitMilliseconds99 >= counters.CommitMilliseconds50 && counters.CommitMilliseconds50 > 0);
    }

    [Fact]
    public async Task What_was_answered_survives_a_kill_and_nothing_is_half_written()
    {
        Task<StoredDelivery>[] storing = [.. Enumerable.Range(0, 300).Select(i => Task.Run(() => _rig.Store(i, shipments: InboxRig.Shipment("s" + i))))];
        await Task.WhenAny(storing);
        long[] answered = [.. storing.Where(task => task.Status == TaskStatus.RanToCompletion).Select(task => task.Result.Id)];
        string copy = _rig.Path + ".copy";
        File.Copy(_rig.Path + "-wal", copy + "-wal");
        File.Copy(_rig.Path, copy);
        await Task.WhenAll(storing);

        using PostingInbox inbox = _rig.Open(copy);
        InboxEntry[] found = [.. inbox.Find(new InboxQuery())];
        Assert.NotEmpty(answered);
        Assert.Empty(answered.Except(found.Select(entry => entry.Id)));
        Assert.All(found, entry => Assert.True(entry.HasBody && entry.NewShipments.Count == 1));
    }

    [Fact]
    public async Task A_full_disk_and_a_closed_inbox_are_told_with_a_remedy()
    {
        using (SqliteConnection other = new("Data Source=" + _rig.Path + ";Pooling=False"))
        {
            other.Open();
            other.Execute("CREATE TRIGGER full BEFORE INSERT ON body BEGIN SELECT raise(ABORT, 'no'); END");
        }

        InboxUnavailableException refused = await Assert.ThrowsAsync<InboxUnavailableException>(() => _rig.Store(1));
        Assert.NotEmpty(refused.RecommendedAction);
        Assert.Empty(_rig.Find(new InboxQuery()));
        Assert.Equal(1, _rig.Inbox.Counters.Refused);

        _rig.Inbox.Dispose();
        Assert.Equal("StoreClosed", (await Assert.ThrowsAsync<InboxUnavailableException>(() => _rig.Store(2))).ErrorId);
    }

    [Fact]
    public async Task Everything_that_is_asked_for_finds_its_entries()
    {
        await _rig.Store(1, "a", shipments: InboxRig.Shipment("s1"));
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset since = _rig.Time.GetUtcNow();
        await _rig.Store(2, "b", shipments: InboxRig.Shipment("s2"));
        await _rig.Store(3, "b", shipments: InboxRig.Shipment("s2"));

        Assert.Equal([1L], Ids(new InboxQuery { MessageId = 1 }));
        Assert.Equal([2L, 3L], Ids(new InboxQuery { OrderCode = "b" }));
        Assert.Equal([2L, 3L], Ids(new InboxQuery { ShipmentCode = "s2" }));
        Assert.Equal([2L, 3L], Ids(new InboxQuery { Since = since }));
        Assert.Equal([1L, 2L, 3L], Ids(new InboxQuery { EventType = "outward_order_create", State = "undelivered" }));
        Assert.Equal([1L], Ids(new InboxQuery { First = 1 }));
        Assert.Empty(Ids(new InboxQuery { State = "Failed" }));
        Assert.Throws<ArgumentException>(() => Ids(new InboxQuery { State = "Lost" }));
    }

    [Fact]
    public async Task Looking_only_reads_beside_the_writer_and_writes_nothing()
    {
        await _rig.Store(1);
        using PostingInbox looking = _rig.Open(readOnly: true);
        Assert.Single(looking.Find(new InboxQuery()));
        Assert.Equal("StoreReadOnly", Assert.Throws<StoreException>(() => looking.MarkDelivered([1])).ErrorId);
    }

    private long?[] Ids(InboxQuery query) => [.. _rig.Find(query).Select(entry => entry.MessageId)];
}
