using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public sealed class InboxRemovalTests : IDisposable
{
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task What_came_before_a_moment_goes_and_what_was_not_delivered_stays_and_is_counted()
    {
        StoredDelivery[] stored = await Task.WhenAll(Enumerable.Range(1, 450).Select(id => _rig.Store(id, "o" + id)));
        _rig.Inbox.MarkDelivered([.. stored.Take(440).Select(one => one.Id)]);
        _rig.Inbox.MarkFailed(stored[440].Id, "x", 0);
        _rig.Time.Advance(TimeSpan.FromDays(1));
        DateTimeOffset moment = _rig.Time.GetUtcNow();
        _rig.Inbox.MarkDelivered([(await _rig.Store(1000)).Id]);

        InboxRemoval removal = _rig.Inbox.Remove(new InboxRemovalQuery(Before: moment));

        Assert.Equal(new InboxRemoval(440, 0, 10), removal);
        Assert.Equal([.. Enumerable.Range(441, 10).Select(id => (long?)id), 1000], _rig.Find(new InboxQuery()).Select(entry => entry.MessageId).OrderBy(id => id));
    }

    [Fact]
    public async Task An_order_goes_with_its_shipments_but_for_those_that_another_order_names()
    {
        StoredDelivery own = await _rig.Store(1, "o1", shipments: InboxRig.Shipment("s1"));
        StoredDelivery shared = await _rig.Store(2, "o1", shipments: InboxRig.Shipment("s2"));
        StoredDelivery other = await _rig.Store(3, "o2", shipments: InboxRig.Shipment("s2"));
        _rig.Inbox.MarkDelivered([own.Id, shared.Id, other.Id]);

        Assert.Equal(new InboxRemoval(2, 1, 0), _rig.Inbox.Remove(new InboxRemovalQuery(OrderCodes: ["o1", "nowhere"])));

        Assert.Equal([3], _rig.Find(new InboxQuery()).Select(entry => entry.MessageId));
        StoredDelivery again = await _rig.Store(4, "o1", shipments: InboxRig.Shipment("s1"));
        Assert.Equal(["s1"], again.NewShipments);
        Assert.Equal(["s2"], (await _rig.Store(5, "o1", shipments: InboxRig.Shipment("s2"))).SeenShipments);
    }

    [Fact]
    public async Task What_would_go_is_counted_without_writing()
    {
        StoredDelivery[] stored =
        [
            await _rig.Store(1, "o1", shipments: InboxRig.Shipment("s1")),
            await _rig.Store(2, "o1", shipments: InboxRig.Shipment("s2")),
            await _rig.Store(3, "o2", shipments: InboxRig.Shipment("s2")),
        ];
        _rig.Inbox.MarkDelivered([.. stored.Select(one => one.Id)]);
        await _rig.Store(4, "o1");
        using PostingInbox looking = _rig.Open(readOnly: true);

        InboxRemoval foreseen = looking.Remove(new InboxRemovalQuery(OrderCodes: ["o1"]));

        Assert.Equal(4, _rig.Find(new InboxQuery()).Count);
        Assert.Equal(new InboxRemoval(2, 1, 1), foreseen);
        Assert.Equal(foreseen, _rig.Inbox.Remove(new InboxRemovalQuery(OrderCodes: ["o1"])));
    }

    [Fact]
    public async Task Nothing_of_what_was_removed_is_left_in_the_files()
    {
        // Bodies of all sizes, and enough of them that pages are split and put together again.
        StoredDelivery[] stored = await Task.WhenAll(Enumerable.Range(1, 400).Select(id => _rig.Store(
            id,
            id % 3 == 0 ? "other-" + id : "canary-order",
            shipments: InboxRig.Shipment((id % 3 == 0 ? "other-" : "canary-") + id),
            more: $",\"{(id % 3 == 0 ? "other" : "canary street")}\":\"{new string('x', id * 37 % 9000)}\"")));
        _rig.Inbox.MarkDelivered([.. stored.Select(one => one.Id)]);
        Assert.Contains("canary", Content(), StringComparison.Ordinal);

        Assert.True(_rig.Inbox.Remove(new InboxRemovalQuery(OrderCodes: ["canary-order"])).Erased);

        Assert.DoesNotContain("canary", Content(), StringComparison.Ordinal);
        Assert.Contains("other-3", Content(), StringComparison.Ordinal);
    }

    private string Content() => string.Concat(Directory.GetFiles(Path.GetDirectoryName(_rig.Path)!).Select(Read));

    private static string Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream copy = new();
        file.CopyTo(copy);
        return Encoding.ASCII.GetString(copy.ToArray());
    }
}
