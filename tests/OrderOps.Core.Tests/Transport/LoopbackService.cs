using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

#pragma warning disable CA1835 // .NET Framework has only the overloads with arrays.
namespace OrderOps.Tests.Transport;

/// <summary>A service on a real socket that can do what an HTTP server would not: break off anywhere.</summary>
internal sealed class LoopbackService : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, byte[]?> _answer;
    private readonly Func<Stream, Task<Stream>> _wrap;
    private readonly List<string> _requests = new();
    private readonly TaskCompletionSource<bool> _firstClosed = new();
    private int _connections;

    /// <summary>Starts it.</summary>
    /// <param name="answer">The bytes to answer the n-th request with, after which the connection is kept; null breaks it off with a reset, and an empty array leaves the caller waiting.</param>
    /// <param name="wrap">What is put around the connection, such as TLS.</param>
    public LoopbackService(Func<int, byte[]?> answer, Func<Stream, Task<Stream>>? wrap = null)
    {
        _answer = answer;
        _wrap = wrap ?? Task.FromResult;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public Uri Address => new(FormattableString.Invariant($"http://127.0.0.1:{Port}/"));

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Ends when a caller has closed a connection.</summary>
    public Task Closed => _firstClosed.Task;

    /// <summary>Every request's head and body.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
                return _requests.ToArray();
        }
    }

    public static byte[] Http(string status, string body = "{}", params string[] headers) => Http(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Http(string status, byte[] body, params string[] headers)
    {
        var head = FormattableString.Invariant($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n") + string.Concat(headers.Select(static header => header + "\r\n")) + "\r\n";
        return Encoding.ASCII.GetBytes(head).Concat(body).ToArray();
    }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception stopped) when (stopped is ObjectDisposedException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = await _wrap(client.GetStream());
                while (await ReadAsync(stream) is { } request)
                {
                    int number;
                    lock (_requests)
                    {
                        _requests.Add(request);
                        number = _requests.Count;
                    }

                    if (_answer(number) is not { } answer)
                    {
                        client.Client.LingerState = new LingerOption(true, 0);
                        return;
                    }

                    await stream.WriteAsync(answer, 0, answer.Length);
                    if (!Encoding.ASCII.GetString(answer).Contains("Connection: close"))
                        continue;
                    return;
                }

                _firstClosed.TrySetResult(true);
            }
            catch (IOException)
            {
                _firstClosed.TrySetResult(true);
            }
            catch (Exception broken) when (broken is ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
            }
        }
    }

    private static async Task<string?> ReadAsync(Stream stream)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var text = received.ToString();
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && text.Length >= head + 4 + LengthIn(text.Substring(0, head)))
                return text;

            var read = await stream.ReadAsync(buffer, 0, buffer.Length);
            if (read == 0)
                return null;
            received.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
    }

    private static int LengthIn(string head)
    {
        var line = head.Split('\n').FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.Substring(15).Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
