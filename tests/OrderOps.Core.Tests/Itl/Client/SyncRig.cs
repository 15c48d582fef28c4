using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Itl;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using OrderOps.Tests.Transport;
using OrderOps.Transport;

namespace OrderOps.Tests.Itl.Client;

/// <summary>A sync against a scripted service, whose waits of a second or less pass in no time.</summary>
internal sealed class SyncRig : IDisposable
{
    private readonly ServiceTransport _transport;
    private readonly ItlSyncRun _sync;

    public SyncRig(ScriptedHandler handler, SyncOptions? options = null, TimeProvider? time = null, RunJournal? journal = null)
    {
        ItlConnection connection = new(new Uri("https://itl.test/"), "token-1234", "secret-1234");
        connection.Transport.Secrets = connection.Secrets;
        connection.Transport.Timeout = TransportRig.Timeout;
        TimeProvider clock = time ?? new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(1));
        _transport = new ServiceTransport(connection.BaseAddress, connection.Transport, clock, static () => 1.0, handler);
        _sync = new ItlSyncRun(connection, _transport, options ?? new SyncOptions(), new RunSummary(), clock, journal);
    }

    public Func<CheckedOrder, string?>? Veto { get; set; }

    public RunSummary Summary => _sync.Run.Summary;

    public RunControl Control => _sync.Run.Control;

    public ServiceTransport Transport => _transport;

    public async Task<List<ItlOrderResult>> SyncAsync(IEnumerable<Order> orders, CancellationToken cancellation = default)
    {
        List<ItlOrderResult> results = new();
        await _sync.Run.RunAsync(orders, order => _sync.Admit(order, null, order, Veto), result => results.Add((ItlOrderResult)result), cancellation);
        return results;
    }

    public Task<List<ItlOrderResult>> SyncAsync(params string[] numbers) => SyncAsync(numbers.Select(number => OrderSamples.Cod(number)));

    public void Dispose()
    {
        _sync.Dispose();
        _transport.Dispose();
    }
}
