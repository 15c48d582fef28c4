using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class FaultPlanTests : IDisposable
{
    private readonly ItlCaller _itl = new();
    private int _order;

    public void Dispose() => _itl.Dispose();

    private FaultPlan Faults => _itl.Box.Faults;

    [Fact]
    public async Task Next_queues()
    {
        Faults.Next(Fault.TooManyRequests(), times: 2).Next(Fault.Forbidden());

        Assert.Equal([429, 429, 403, 200], await Statuses(4));
        Assert.Equal(3, Faults.Applied);
    }

    [Fact]
    public async Task Next_on_an_operation_waits_for_it()
    {
        Faults.Next(Fault.Status(418), on: "cancel").Next(Fault.Status(429), on: "ITL/sync").Next(Fault.Status(403), on: "itl");

        Assert.Equal([429, 403, 200], await Statuses(3));
        using var cancel = await _itl.Post(ItlCaller.CancelV3, "{}");
        Assert.Equal(418, (int)cancel.StatusCode);
    }

    [Fact]
    public async Task Every_third_request_fails()
    {
        Faults.Every(3, Fault.ServerError());

        Assert.Equal([200, 200, 500, 200, 200, 500], await Statuses(6));
    }

    [Fact]
    public async Task Always_lasts_until_it_is_cleared()
    {
        Faults.Always(Fault.Forbidden());
        Assert.Equal([403, 403], await Statuses(2));

        Faults.Clear();
        Assert.Equal([200], await Statuses(1));
    }

    [Fact]
    public async Task A_condition_sees_the_request()
    {
        SandboxRequest? seen = null;
        Faults.When(request => (seen = request) is { Method: "POST", Service: "itl", Operation: "sync" }, Fault.Forbidden(), times: 1);

        Assert.Equal([403, 200], await Statuses(2));
        Assert.Equal(["1"], seen!.Keys);
        Assert.Equal("/itl/api_v3/order/sync.json", seen.Path);
        Assert.Contains("\"order\":\"1\"", seen.Body);
    }

    [Fact]
    public async Task A_fault_follows_its_order()
    {
        Faults.ForOrder("2", Fault.ServerError(503));

        Assert.Equal([200, 503, 200], await Statuses(3));
    }

    [Fact]
    public async Task Several_faults_meet_in_one_request()
    {
        Faults.Always(Fault.Delay(TimeSpan.FromMilliseconds(1))).Always(Fault.DataArray()).Next(Fault.MissingReference());

        var reply = await _itl.Sync(ItlCaller.Shipment("1"));

        Assert.Equal("""[{"status":"Success","remark":"Oder Processed Successfully"}]""", ItlCaller.Compact(reply["data"]!));
    }

    [Fact]
    public async Task A_script_asks_by_name()
    {
        Faults.Add("toomanyrequests", 2, new Hashtable { ["retryafter"] = 60 });
        Faults.Add("ServerError", 1, new Hashtable { ["StatusCode"] = "502", ["Order"] = "4" });

        using var first = await Send();
        Assert.Equal(TimeSpan.FromSeconds(60), first.Headers.RetryAfter!.Delta);
        Assert.Equal([429, 200, 502, 200], await Statuses(4));
    }

    [Fact]
    public void Every_name_makes_the_fault_of_that_name()
    {
        var arguments = new Dictionary<string, Hashtable> { ["Body"] = new() { ["Text"] = "" }, ["Status"] = new() { ["StatusCode"] = 418 } };

        foreach (var name in FaultPlan.Names)
            Faults.Add(name, FaultPlan.Unlimited, arguments.TryGetValue(name, out var needed) ? needed : null);

        var factories = typeof(Fault).GetMethods().Where(method => method.ReturnType == typeof(Fault)).Select(method => method.Name).Distinct();
        Assert.Equal(factories.OrderBy(name => name, StringComparer.Ordinal), FaultPlan.Names);
    }

    public static TheoryData<string, Hashtable?> Mistakes() => new()
    {
        { "Nonsense", null },
        { "Status", null },
        { "Delay", new Hashtable { ["Second"] = 1 } },
        { "Delay", new Hashtable { ["Seconds"] = "soon" } },
        { "Delay", new Hashtable { ["Every"] = 0 } },
        { "Html", new Hashtable { ["Processed"] = "perhaps" } },
        { "Compressed", new Hashtable { ["Coding"] = "br" } },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public async Task A_misspelt_name_or_argument_is_refused_and_adds_nothing(string name, Hashtable? arguments)
    {
        Assert.Throws<ArgumentException>(() => Faults.Add(name, 1, arguments));
        Assert.Equal([200], await Statuses(1));
    }

    private async Task<List<int>> Statuses(int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var response = await Send();
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }

    private Task<System.Net.Http.HttpResponseMessage> Send()
    {
        _order++;
        return _itl.Post(ItlCaller.SyncV3, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment(_order.ToString()))));
    }
}
