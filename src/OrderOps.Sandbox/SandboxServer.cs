using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox.External;
using OrderOps.Sandbox.Integration;
using OrderOps.Sandbox.Itl;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox;

/// <summary>
/// The vendors, emulated on this machine: an HTTP server on 127.0.0.1 that answers as they do, quirks included, keeps
/// what it was sent, and fails when it is asked to. All members may be used from any thread.
/// </summary>
public sealed class SandboxServer : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpServer _server;
    private readonly Reception _reception;
    private int _stopped;

    private SandboxServer(SandboxOptions options)
    {
        if (options.KeepRequests < 0)
            throw new ArgumentOutOfRangeException(nameof(options), "KeepRequests is 0 or more.");
        _reception = new Reception(options);
        var stopping = _stopping.Token;
        _server = new HttpServer(options.Port, (connection, request) => new Exchange(connection, request, _reception, stopping).Run());
        Itl = new ItlSandbox(_server.Address, options);
        Integration = new IntegrationSandbox(_server.Address, options);
        External = new ExternalSandbox(_server.Address, options);
        _reception.Open(Itl.Service);
        _reception.Open(Integration.Service);
        _reception.Open(External.Service);
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>. Each service has its own address below it.</summary>
    public Uri BaseAddress => _server.Address;

    /// <summary>The ITL service.</summary>
    public ItlSandbox Itl { get; }

    /// <summary>The integration service: upserts of orders and products.</summary>
    public IntegrationSandbox Integration { get; }

    /// <summary>The external orders and their look-ups.</summary>
    public ExternalSandbox External { get; }

    /// <summary>The faults that were asked for, of all services.</summary>
    public FaultPlan Faults => _reception.Faults;

    /// <summary>
    /// The last requests, oldest first, as a snapshot; how many is <see cref="SandboxOptions.KeepRequests"/>. A request
    /// is here before its reply is sent, or as soon as its connection was cut.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _reception.Log.Snapshot();

    /// <summary>How many requests have arrived in full, also those that wait for their reply.</summary>
    public long RequestCount => _reception.Arrivals.Count;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How; null takes a free port and keeps everything.</param>
    /// <exception cref="InvalidOperationException">The port can't be listened on.</exception>
    public static SandboxServer Start(SandboxOptions? options = null)
    {
        var server = new SandboxServer(options ?? new SandboxOptions());
        _ = Task.Run(server._server.Run);
        return server;
    }

    /// <summary>
    /// Completes when <see cref="RequestCount"/> has reached <paramref name="count"/>; never, if it does not. Who counts
    /// on from <see cref="RequestCount"/> reads it before sending, not after.
    /// </summary>
    public Task RequestsReached(long count) => _reception.Arrivals.Reached(count);

    /// <summary>Ends it at once; waits inside it end too, and open connections are cut. What it kept can still be read.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
            return;
        _stopping.Cancel();
        _server.Stop();
    }

    /// <summary>The same as <see cref="Stop"/>.</summary>
    public void Dispose()
    {
        Stop();
        _stopping.Dispose();
    }
}
