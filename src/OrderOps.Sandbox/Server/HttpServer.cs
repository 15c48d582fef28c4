using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Server;

/// <summary>
/// A small HTTP/1.1 server on 127.0.0.1. HttpListener would do but for the faults: outside Windows it answers an
/// aborted request with an empty 200, and nothing lets it reset a connection.
/// </summary>
internal sealed class HttpServer
{
    private const int Backlog = 512;

    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();
    private readonly TcpListener _listener;
    private readonly Func<HttpConnection, IncomingRequest, Task> _serve;
    private volatile bool _stopped;

    public HttpServer(int port, Func<HttpConnection, IncomingRequest, Task> serve)
    {
        if (port is < 0 or > 65535)
            throw new ArgumentOutOfRangeException(nameof(port), port, "A port is 1 to 65535, or 0 for a free one.");
        _serve = serve;
        _listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            _listener.Start(Backlog);
        }
        catch (SocketException failure)
        {
            throw new InvalidOperationException(
                $"The sandbox can't listen on port {port.ToString(CultureInfo.InvariantCulture)}: {failure.Message}. Choose another port, or 0 for a free one.",
                failure);
        }

        Address = new Uri(string.Format(CultureInfo.InvariantCulture, "http://127.0.0.1:{0}/", ((IPEndPoint)_listener.LocalEndpoint).Port));
    }

    public Uri Address { get; }

    public async Task Run()
    {
        while (!_stopped)
        {
            try
            {
                var connection = new HttpConnection(await _listener.AcceptSocketAsync().ConfigureAwait(false));
                _connections[connection] = true;
                _ = Task.Run(() => Serve(connection));
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the listener was stopped, or a client was gone before it was greeted; the others go on.
            }
        }
    }

    public void Stop()
    {
        _stopped = true;
        _listener.Stop();
        foreach (var connection in _connections.Keys)
            connection.Reset();
    }

    private async Task Serve(HttpConnection connection)
    {
        if (_stopped)
            connection.Reset();
        await connection.Run(_serve).ConfigureAwait(false);
        _connections.TryRemove(connection, out _);
    }
}
