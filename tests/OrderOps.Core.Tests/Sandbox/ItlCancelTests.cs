using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class ItlCancelTests : IDisposable
{
    private readonly ItlCaller _itl = new();

    public void Dispose() => _itl.Dispose();

    [Fact]
    public async Task Entries_come_in_the_order_of_the_AWBs_and_name_the_order()
    {
        await _itl.Sync(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-2"), ItlCaller.Shipment("A-3"));
        var awbs = _itl.Box.Itl.AwbNumbers;

        var reply = await _itl.Cancel(awbs[2] + "," + awbs[0]);

        Assert.Equal(
            """{"status":"success","status_code":200,"html_message":" ","data":{"1":{"status":"Success","remark":"","refnum":"A-3"},"2":{"status":"Success","remark":"","refnum":"A-1"}}}""",
            ItlCaller.Compact(reply));
        Assert.NotNull(_itl.Box.Itl.Find("A-1")!.CancelledAt);
        Assert.Null(_itl.Box.Itl.Find("A-2")!.CancelledAt);
    }

    [Fact]
    public async Task Cancelling_again_and_cancelling_what_is_unknown_are_refused_entry_by_entry()
    {
        await _itl.Sync(ItlCaller.Shipment("A-1"));
        var awb = _itl.Box.Itl.AwbNumbers[0];
        await _itl.Cancel(awb);

        var reply = await _itl.Cancel(awb + ",123");

        Assert.Equal("success", (string?)reply["status"]);
        Assert.Equal(
            ["Order is already cancelled", "AWB number does not exist"],
            reply["data"]!.Select(entry => (string?)entry.First!["remark"]));
        Assert.All(reply["data"]!, entry => Assert.Equal("error", (string?)entry.First!["status"]));
    }

    [Fact]
    public async Task More_than_100_are_refused_as_a_whole_and_so_is_none()
    {
        await _itl.Sync(ItlCaller.Shipment("A-1"));
        var awb = _itl.Box.Itl.AwbNumbers[0];

        var tooMany = await _itl.Cancel(string.Join(",", Enumerable.Repeat(awb, 101)));
        var none = await _itl.Cancel("");

        Assert.Equal("error", (string?)tooMany["status"]);
        Assert.Null(tooMany["data"]);
        Assert.Equal("error", (string?)none["status"]);
        Assert.Null(_itl.Box.Itl.Find("A-1")!.CancelledAt);
        Assert.Equal(100, ((JObject)(await _itl.Cancel(string.Join(",", Enumerable.Repeat(awb, 100))))["data"]!).Count);
    }
}
