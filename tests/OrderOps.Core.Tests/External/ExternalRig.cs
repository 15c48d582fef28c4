using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.External;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using OrderOps.Tests.Transport;
using OrderOps.Transport;

namespace OrderOps.Tests.External;

/// <summary>ECOM.md as a script: each request is kept and answered by the next line, the last line again and again.</summary>
internal sealed class ExternalRig : IDisposable
{
    private readonly Script _script;
    private readonly ServiceTransport _transport;
    private readonly TimeProvider _time = new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(30));

    public ExternalRig(params (int Status, string Body)[] replies)
        : this(new ExternalEndpointChanges(), replies)
    {
    }

    public ExternalRig(ExternalEndpointChanges changes, params (int Status, string Body)[] replies)
    {
        _script = new Script(replies);
        Connection = new ExternalConnection(
            new Uri("https://shop.test/base/"),
            changes.ApiToken,
            changes.SiteToken,
            changes.Language,
            ExternalEndpoints.Default.With(changes.Endpoints));
        Connection.Transport.Timeout = TransportRig.Timeout;
        Connection.Transport.Secrets = Connection.Secrets;
        _transport = new ServiceTransport(Connection.BaseAddress, Connection.Transport, _time, static () => 1.0, _script);
        Reader = new ExternalReader(Connection, _transport);
    }

    public ExternalConnection Connection { get; }

    public ExternalReader Reader { get; }

    public RunJournal? Journal { get; set; }

    public IReadOnlyList<Request> Requests => _script.Requests;

    public static string Sample => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "external-order-post.json"));

    public static string Page(long count, string? next, params string[] ids) =>
        $"{{\"count\":{count},\"next\":{(next is null ? "null" : $"\"{next}\"")},\"previous\":null,\"results\":[{string.Join(",", ids.Select(id => $"{{\"order_id\":{id}}}"))}]}}";

    public List<string> Read(OrderQuery? query = null) => Read(out _, query);

    public List<string> Read(out string? warning, OrderQuery? query = null)
    {
        List<string> ids = new();
        using Listing<Order> orders = Reader.Orders(query ?? new OrderQuery { PageSize = 2 });
        while (orders.NextPageAsync(CancellationToken.None).GetAwaiter().GetResult())
        {
            ids.AddRange(orders.Entries().Select(order => order.OrderId!));
        }

        warning = orders.Warning;
        return ids;
    }

    public async Task<List<ExternalOrderResult>> SetAsync(int batchSize, params Order[] orders)
    {
        List<ExternalOrderResult> results = new();
        await SetAsync(new SetOptions { BatchSize = batchSize, ThrottleLimit = 1, BatchWait = TransportRig.Timeout }, results, orders);
        return results;
    }

    public async Task SetAsync(SetOptions options, List<ExternalOrderResult> results, params Order[] orders)
    {
        using OrderRun run = new(Connection, _transport, options, new RunSummary(), _time, Journal);
        await run.Run.RunAsync(orders, order => run.Admit(order, null, order), result => results.Add((ExternalOrderResult)result), CancellationToken.None);
    }

    public async Task<List<ExternalItemResult>> DeleteAsync(params string[] ids)
    {
        List<ExternalItemResult> results = new();
        using ItemRun run = new(Connection, _transport, 1, new RunSummary(), _time, Journal);
        await run.Run.RunAsync(ids, run.Admit, result => results.Add((ExternalItemResult)result), CancellationToken.None);
        return results;
    }

    public void Dispose() => _transport.Dispose();

    internal sealed record Request(string Method, string Address, string Body, IReadOnlyDictionary<string, string> Headers);

    private sealed class Script((int Status, string Body)[] replies) : HttpMessageHandler
    {
        private readonly List<Request> _requests = new();

        public IReadOnlyList<Request> Requests => _requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = await BodyOf(request);
            _requests.Add(new Request(
                request.Method.Method,
                request.RequestUri!.AbsoluteUri,
                body,
                request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase)));
            (int status, string text) = replies[Math.Min(_requests.Count, replies.Length) - 1];
            if (status == 0)
            {
                throw new HttpRequestException("Broken.", new IOException("Reset."));
            }

            string type = text.Length > 0 && text[0] == '<' ? "text/html" : "application/json";
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, type) };
        }

        private static Task<string> BodyOf(HttpRequestMessage request) => request.Content?.ReadAsStringAsync() ?? Task.FromResult("");
    }
}

/// <summary>What differs from the usual connection.</summary>
internal sealed class ExternalEndpointChanges
{
    public string? ApiToken { get; set; } = "api-token-1";

    public string? SiteToken { get; set; } = "site-token-1";

    public string? Language { get; set; }

    public Dictionary<string, object?> Endpoints { get; } = new();
}
