using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using OrderOps.Batching;
using OrderOps.Integration;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Itl;
using OrderOps.Tests.Support;
using OrderOps.Tests.Transport;
using OrderOps.Transport;

namespace OrderOps.Tests.Integration;

/// <summary>An upsert against a scripted service, whose waits pass in no time, with the keys that each request carried.</summary>
internal sealed class UpsertRig : IDisposable
{
    private readonly ServiceTransport _transport;
    private readonly UpsertRun _run;

    public UpsertRig(ScriptedHandler handler, UpsertOptions? options = null, UpsertEndpoint? endpoint = null, RunJournal? journal = null)
    {
        IntegrationConnection connection = new(new Uri("https://integration.test/base/"), "token-1234");
        connection.Transport.Secrets = connection.Secrets;
        connection.Transport.Timeout = TransportRig.Timeout;
        ManualTimeProvider clock = new(leapUpTo: TimeSpan.FromSeconds(20));
        _transport = new ServiceTransport(connection.BaseAddress, connection.Transport, clock, static () => 1.0, handler);
        options ??= new UpsertOptions { ThrottleLimit = 1 };
        // Longer than what the clock leaps over.
        options.BatchWait = TimeSpan.FromHours(1);
        _run = new UpsertRun(connection, _transport, endpoint ?? UpsertEndpoint.Orders, options, new RunSummary(), clock, journal);
    }

    public RunSummary Summary => _run.Run.Summary;

    /// <summary>Answers each request by what it carries, and remembers that.</summary>
    public static ScriptedHandler Service(List<string[]> requests, Func<string[], Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> answer) => new(async (request, cancel) =>
    {
        JObject body = (JObject)Samples.Parse(await BodyOf(request));
        string[] keys = ((JArray)body["data"]!).Select(entry => (string)(entry["order_id"] ?? entry["product_sku_id"])!).ToArray();
        lock (requests)
        {
            requests.Add(keys);
        }

        return await answer(keys)(request, cancel);
    });

    public static Task<string> BodyOf(HttpRequestMessage request) => request.Content!.ReadAsStringAsync();

    public async Task<List<UpsertResult>> SetAsync(IEnumerable<Order> orders)
    {
        List<UpsertResult> results = new();
        await _run.Run.RunAsync(orders, order => _run.Admit(OrderRules.Check(order, null), order), result => results.Add((UpsertResult)result), CancellationToken.None);
        return results;
    }

    public async Task<List<UpsertResult>> SetAsync(IEnumerable<ProductPrice> prices)
    {
        List<UpsertResult> results = new();
        await _run.Run.RunAsync(prices, price => _run.Admit(OrderRules.Check(price, null), price), result => results.Add((UpsertResult)result), CancellationToken.None);
        return results;
    }

    public void Dispose()
    {
        _run.Dispose();
        _transport.Dispose();
    }
}
