using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Server;

/// <summary>One client's connection: request, reply, request, reply, until either side closes it.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly byte[] BadRequest = Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private int _closed;

    public HttpConnection(Socket socket)
    {
        socket.NoDelay = true;
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: false);
    }

    public Stream Stream => _stream;

    private bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>Serves requests until the connection ends; it never throws.</summary>
    public async Task Run(Func<HttpConnection, IncomingRequest, Task> serve)
    {
        try
        {
            var reader = new RequestReader(_stream);
            while (!IsClosed && await reader.Next().ConfigureAwait(false) is { } request)
            {
                await serve(this, request).ConfigureAwait(false);
                if (!request.KeepsAlive)
                    break;
            }
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException)
        {
            await Refuse().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client went away or the server was stopped, and nobody is there to tell; or a condition of a fault
            // threw, and then a connection that closes is better than one that hangs.
        }

        Close();
    }

    /// <summary>Closes it in good order: what was written still arrives.</summary>
    public void Close() => End(reset: false);

    public void Dispose() => Close();

    /// <summary>Resets it: the client sees an error, not an end.</summary>
    public void Reset() => End(reset: true);

    private void End(bool reset)
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        try
        {
            if (reset)
                _socket.LingerState = new LingerOption(true, 0);
            else
                _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The other side was faster.
        }

        _stream.Dispose();
        _socket.Dispose();
    }

    private async Task Refuse()
    {
        try
        {
            await _stream.WriteAsync(BadRequest, 0, BadRequest.Length).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // It can't even be told.
        }
    }
}
