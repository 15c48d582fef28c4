using System;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using OrderOps.Omni;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

/// <summary>The health page counts what an inbox of its own saw, each kind once.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly PostingInbox _inbox;
    private readonly ReceiverRig _rig;

    public HealthTests()
    {
        _inbox = PostingInbox.Open(new InboxOptions { Path = _folder.File("inbox.db"), Time = _time });
        _rig = new ReceiverRig(options => options with { Time = _time }, new InboxSink(_inbox, "south"));
    }

    [Fact]
    public async Task Every_counter_is_there_and_says_what_happened()
    {
        await _rig.PostAsync(Posting(1, quantity: 2));
        _time.Advance(TimeSpan.FromSeconds(90));
        await _rig.PostAsync(Posting(1, quantity: 2));
        await _rig.PostAsync(Posting(2, quantity: 2));
        await _rig.PostAsync(Posting(3, quantity: 5));
        await _rig.PostAsync(Posting(3, quantity: 5).Replace("A-1", "B-1"));
        await _rig.PostAsync("{}");
        await _rig.PostAsync(Posting(4, quantity: 2), secret: "wrong");
        await _rig.SendAsync("GET", "omni/", null);

        var page = JObject.Parse((await _rig.SendAsync("GET", "omni/health", null, secret: null)).Body);
        Assert.InRange((double)page["commitMsP50"]!, 0, (double)page["commitMsP99"]!);
        Assert.True((double)page["commitMsP99"]! > 0);

        // The one before may not have left yet when its sender has the answer.
        Assert.InRange((int)page["inHand"]!, 0, 1);
        page.Remove("inHand");
        page.Remove("commitMsP50");
        page.Remove("commitMsP99");
        Assert.Equal(
            JObject.Parse("""
                {
                  "status": "ok", "since": "2025-01-02T03:04:05.0000000+00:00", "receiver": "south",
                  "received": 6, "stored": 5, "duplicateDeliveries": 1, "changedDeliveries": 1,
                  "duplicateShipments": 2, "conflicts": 1, "quarantined": 1,
                  "undelivered": 4, "oldestUndeliveredSec": 90.0,
                  "refused": { "Unauthorized": 1, "NotPost": 1 }
                }
                """).ToString(),
            Sorted(page).ToString());
    }

    [Fact]
    public async Task The_same_is_had_as_an_object()
    {
        await _rig.PostAsync(Posting(1, quantity: 2));
        await _rig.PostAsync(Posting(1, quantity: 2), secret: "wrong");
        _time.Advance(TimeSpan.FromSeconds(5));
        var status = await ReceiverStatus.AskAsync(_rig.Receiver.Address, TestContext.Current.CancellationToken);
        Assert.Equal(("ok", "south", 1, 1, 1, 5d), (status.Status, status.Receiver, status.Received, status.Stored, status.Undelivered, status.OldestUndeliveredSec));
        Assert.Equal(ManualTimeProvider.Start, status.Since);
        Assert.Equal(1, status.Refused["Unauthorized"]);
    }

    [Fact]
    public async Task An_inbox_that_can_not_be_read_is_a_receiver_that_fails()
    {
        _inbox.Dispose();
        var (status, body, _) = await _rig.SendAsync("GET", "omni/health", null);
        Assert.Equal(503, status);
        Assert.Equal("failing", (string?)JObject.Parse(body)["status"]);
        Assert.Equal("failing", (await ReceiverStatus.AskAsync(_rig.Receiver.Address, TestContext.Current.CancellationToken)).Status);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _inbox.Dispose();
        _folder.Dispose();
    }

    private static string Posting(int messageId, int quantity) =>
        $"{{\"messageId\":{messageId},\"orderCode\":\"A-1\",\"eventType\":\"OUTWARD_ORDER_COMPLETE\",\"shipments\":" + InboxRig.Shipment(quantity: quantity) + "}";

    // The order of reasons is nobody's promise.
    private static JObject Sorted(JObject page)
    {
        var refused = (JObject)page["refused"]!;
        page["refused"] = new JObject { ["Unauthorized"] = refused["Unauthorized"], ["NotPost"] = refused["NotPost"] };
        return page;
    }
}
