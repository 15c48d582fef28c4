using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public sealed class InboxShipmentTests : IDisposable
{
    private readonly InboxRig _rig = new();

    public void Dispose() => _rig.Dispose();

    public static TheoryData<string, string, string> Repeats() => new()
    {
        { "the same", InboxRig.Shipment(), "Seen" },
        { "another status", InboxRig.Shipment(status: "DELIVERED"), "Updated" },
        { "an AWB that was null", InboxRig.Shipment(awb: "\"a1\""), "Updated" },
        { "another quantity", InboxRig.Shipment(quantity: 3), "Conflict" },
        { "another invoice", InboxRig.Shipment(invoice: "\"i2\""), "Conflict" },
        { "another shipment", InboxRig.Shipment("s2"), "New" },
    };

    [Theory]
    [MemberData(nameof(Repeats))]
    public async Task A_shipment_of_a_later_posting_is_judged(string what, string shipments, string verdict)
    {
        Assert.NotEmpty(what);
        Assert.Equal(["s1"], (await _rig.Store(1, shipments: InboxRig.Shipment())).NewShipments);
        _rig.Reopen();
        StoredDelivery stored = await _rig.Store(2, minute: 1, shipments: shipments);
        Assert.Equal(verdict, Verdict(stored.Shipments));
        Assert.Equal(verdict, Verdict(_rig.Find(new InboxQuery { MessageId = 2 }).Single().Shipments));
    }

    [Fact]
    public async Task A_null_that_became_a_value_is_an_update_and_another_value_then_a_conflict()
    {
        await _rig.Store(1, minute: 1, shipments: InboxRig.Shipment(invoice: "null"));
        Assert.Equal("Updated", Verdict((await _rig.Store(2, minute: 2, shipments: InboxRig.Shipment())).Shipments));
        Assert.Equal("Seen", Verdict((await _rig.Store(3, minute: 3, shipments: InboxRig.Shipment())).Shipments));
        Assert.Equal("Conflict", Verdict((await _rig.Store(4, minute: 4, shipments: InboxRig.Shipment(invoice: "\"i9\""))).Shipments));
    }

    [Fact]
    public async Task What_comes_late_and_knows_less_is_no_conflict()
    {
        await _rig.Store(2, minute: 2, shipments: InboxRig.Shipment(status: "DELIVERED"));
        Assert.Equal("Seen", Verdict((await _rig.Store(1, minute: 1, shipments: InboxRig.Shipment(invoice: "null"))).Shipments));
    }

    [Fact]
    public async Task Both_contents_of_a_conflict_are_kept_and_it_is_one_conflict()
    {
        await _rig.Store(1, minute: 1, shipments: InboxRig.Shipment());
        await _rig.Store(2, minute: 2, shipments: InboxRig.Shipment(quantity: 3));
        Assert.Equal("Seen", Verdict((await _rig.Store(3, minute: 3, shipments: InboxRig.Shipment(quantity: 3))).Shipments));
        Assert.Equal("Seen", Verdict((await _rig.Store(4, minute: 4, shipments: InboxRig.Shipment())).Shipments));
        Assert.Equal((1L, 2L), (_rig.Inbox.Counters.Conflicts, _rig.Inbox.Counters.DuplicateShipments));
        Assert.Equal(4, _rig.Find(new InboxQuery { ShipmentCode = "s1" }).Count(entry => entry.HasBody));
    }

    [Theory]
    [InlineData(2, "", "New")]
    [InlineData(3, "", "Conflict")]
    [InlineData(2, "2", "Seen")]
    [InlineData(3, "2", "Conflict")]
    public async Task Of_a_shipment_that_stands_twice_in_a_posting_the_worse_verdict_counts(int quantity, string before, string verdict)
    {
        if (before.Length > 0)
        {
            await _rig.Store(1, shipments: InboxRig.Shipment());
        }

        string twice = InboxRig.Shipment().TrimEnd(']') + "," + InboxRig.Shipment(quantity: quantity).TrimStart('[');
        Assert.Equal(verdict, Verdict((await _rig.Store(2, minute: 1, shipments: twice)).Shipments));
        Assert.Equal("Seen", Verdict((await _rig.Store(3, minute: 2, shipments: InboxRig.Shipment(quantity: quantity))).Shipments));
        Assert.Equal(before.Length > 0 ? 3 : 2, _rig.Find(new InboxQuery { ShipmentCode = "s1" }).Count);
    }

    private static string Verdict(ShipmentVerdicts verdicts) => string.Join(
        ",",
        verdicts.New.Select(_ => "New").Concat(verdicts.Seen.Select(_ => "Seen")).Concat(verdicts.Updated.Select(_ => "Updated")).Concat(verdicts.Conflicts.Select(_ => "Conflict")));
}
