using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public sealed class InboxRetentionTests : IDisposable
{
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Bodies_go_after_30_days_identities_after_400_and_what_was_not_delivered_never()
    {
        StoredDelivery[] stored = await Task.WhenAll(Enumerable.Range(1, 450).Select(id => _rig.Store(id, "o" + id)));
        _rig.Inbox.MarkDelivered([.. stored.Take(440).Select(one => one.Id)]);
        _rig.Inbox.MarkFailed(stored[440].Id, "x", 0);
        _rig.Time.Advance(TimeSpan.FromDays(29));
        await _rig.Store(1000);
        _rig.Inbox.Prune();
        Assert.Equal(451, _rig.Find(new InboxQuery()).Count(entry => entry.HasBody));

        _rig.Time.Advance(TimeSpan.FromDays(2));
        _rig.Inbox.Prune();
        Assert.Equal(11, _rig.Find(new InboxQuery()).Count(entry => entry.HasBody));
        Assert.Equal(DeliveryKind.Redelivered, (await _rig.Store(1, "o1")).Kind);

        _rig.Time.Advance(TimeSpan.FromDays(370));
        _rig.Inbox.Prune();
        Assert.Equal([.. Enumerable.Range(441, 10).Select(id => (long?)id), 1000], _rig.Find(new InboxQuery()).Select(entry => entry.MessageId).OrderBy(id => id));
        Assert.Equal(DeliveryKind.New, (await _rig.Store(1, "o1")).Kind);
    }

    [Fact]
    public async Task A_shipment_is_known_as_long_as_a_posting_that_named_it()
    {
        StoredDelivery first = await _rig.Store(1, shipments: InboxRig.Shipment());
        _rig.Time.Advance(TimeSpan.FromDays(200));
        StoredDelivery second = await _rig.Store(2, shipments: InboxRig.Shipment());
        _rig.Inbox.MarkDelivered([first.Id, second.Id]);
        _rig.Time.Advance(TimeSpan.FromDays(201));
        _rig.Inbox.Prune();
        Assert.Equal(["s1"], (await _rig.Store(3, shipments: InboxRig.Shipment())).SeenShipments);
    }

    [Fact]
    public async Task It_is_pruned_at_the_start_and_by_the_hour_without_being_told()
    {
        _rig.Inbox.MarkDelivered([(await _rig.Store(1)).Id]);
        _rig.Inbox.Dispose();
        _rig.Time.Advance(TimeSpan.FromDays(31));
        _rig.Reopen();
        _rig.Time.Advance(TimeSpan.Zero);
        Assert.Equal([false], HaveBodies());

        _rig.Inbox.MarkDelivered([(await _rig.Store(2)).Id]);
        _rig.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal([false, true], HaveBodies());
        _rig.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal([false, false], HaveBodies());
    }

    [Fact]
    public async Task Who_was_not_told_the_retention_removes_nothing()
    {
        _rig.Inbox.MarkDelivered([(await _rig.Store(1)).Id]);
        _rig.Inbox.Dispose();
        using PostingInbox settling = PostingInbox.Open(new InboxOptions { Path = _rig.Path, Time = _rig.Time });
        _rig.Time.Advance(TimeSpan.FromDays(500));
        Assert.True(Assert.Single(settling.Find(new InboxQuery())).HasBody);
    }

    [Fact]
    public async Task How_long_is_a_setting()
    {
        _rig.Inbox.MarkDelivered([(await _rig.Store(1)).Id]);
        _rig.Inbox.Dispose();
        using PostingInbox inbox = PostingInbox.Open(
            new InboxOptions { Path = _rig.Path, Time = _rig.Time, BodyRetention = TimeSpan.FromDays(2), IdentityRetention = TimeSpan.FromDays(5) });
        bool?[] kept = [.. new[] { 1, 2, 3 }.Select(days =>
        {
            _rig.Time.Advance(TimeSpan.FromDays(days));
            inbox.Prune();
            return inbox.Find(new InboxQuery()).SingleOrDefault()?.HasBody;
        })];
        Assert.Equal([true, false, null], kept);
    }

    private bool[] HaveBodies() => [.. _rig.Find(new InboxQuery()).Select(entry => entry.HasBody)];
}
