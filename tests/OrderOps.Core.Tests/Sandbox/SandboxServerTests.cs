using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class SandboxServerTests
{
    [Fact]
    public void It_listens_on_loopback_with_credentials_of_its_own()
    {
        using var one = SandboxServer.Start();
        using var two = SandboxServer.Start();

        Assert.Equal("127.0.0.1", one.BaseAddress.Host);
        Assert.Equal(new Uri(one.BaseAddress, "itl/"), one.Itl.BaseAddress);
        Assert.NotEqual(one.BaseAddress, two.BaseAddress);
        Assert.StartsWith("sandbox-", one.Itl.AccessToken);
        Assert.Equal(4, new[] { one.Itl.AccessToken, one.Itl.SecretKey, two.Itl.AccessToken, two.Itl.SecretKey }.Distinct().Count());
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_with_a_remedy()
    {
        using var box = SandboxServer.Start();

        var failure = Assert.Throws<InvalidOperationException>(() => SandboxServer.Start(new SandboxOptions { Port = box.BaseAddress.Port }));

        Assert.Contains("Choose another port", failure.Message);
    }

    [Fact]
    public async Task Requests_are_recorded_before_they_are_answered()
    {
        using var itl = new ItlCaller();

        using (await itl.Post(ItlCaller.CancelV3, "{\"a\":\"é\"}", request => request.Headers.Add("X-Try", "1")))
        {
            var request = Assert.Single(itl.Box.Requests);
            Assert.Equal("POST", request.Method);
            Assert.Equal("/itl/api_v3/order/cancel.json", request.Path);
            Assert.Equal("{\"a\":\"é\"}", request.Body);
            Assert.Equal("1", request.Headers["x-try"]);
            Assert.Equal(200, request.StatusCode);
            Assert.Equal(1, itl.Box.RequestCount);
        }
    }

    [Fact]
    public async Task Only_the_last_requests_are_kept()
    {
        using var itl = new ItlCaller(new SandboxOptions { KeepRequests = 2 });

        foreach (var body in new[] { "1", "2", "3" })
            (await itl.Post(ItlCaller.SyncV1, body)).Dispose();

        Assert.Equal(["2", "3"], itl.Box.Requests.Select(request => request.Body));
        Assert.Equal(3, itl.Box.RequestCount);
    }

    [Fact]
    public async Task Without_keeping_anything_duplicates_are_still_found()
    {
        using var itl = new ItlCaller(new SandboxOptions { KeepOrders = false, KeepRequests = 0 });

        await itl.Sync(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-2"));
        var again = await itl.Sync(ItlCaller.Shipment("A-2"));

        Assert.Equal("Duplicate order found", (string?)again["data"]!["1"]!["remark"]);
        Assert.Equal(2, itl.Box.Itl.AcceptedCount);
        Assert.Empty(itl.Box.Itl.Accepted);
        Assert.Empty(itl.Box.Requests);
        Assert.Equal([2, 1], itl.Box.Itl.BatchSizes);
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_taken_exactly_once()
    {
        using var itl = new ItlCaller();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(batch => itl.Sync(
            ItlCaller.Shipment("A-" + batch % 32), ItlCaller.Shipment("B-" + batch))));

        Assert.Equal(32 + 64, itl.Box.Itl.AcceptedCount);
        Assert.Equal(32 + 64, itl.Box.Itl.AwbNumbers.Distinct().Count());
        Assert.Equal(64, itl.Box.Requests.Count);
    }

    [Fact]
    public async Task Latency_comes_before_the_request_is_looked_at()
    {
        using var itl = new ItlCaller(new SandboxOptions { Latency = TimeSpan.FromHours(1) });

        var waiting = itl.Sync(ItlCaller.Shipment("A-1"));
        await itl.Box.RequestsReached(1);
        itl.Box.Stop();

        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
        Assert.Equal(0, itl.Box.Itl.AcceptedCount);
    }
}
