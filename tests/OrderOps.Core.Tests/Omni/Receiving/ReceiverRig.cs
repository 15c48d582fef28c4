using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.Outcomes;
using Xunit;

#pragma warning disable CA1835 // .NET Framework has only the overloads with arrays.
namespace OrderOps.Tests.Omni.Receiving;

/// <summary>A receiver on a port of its own, with a store in memory.</summary>
internal sealed class ReceiverRig : IDisposable
{
    public const string Key = "X-Api-Key";
    public const string Secret = "f3a1c9e07b5d";

    public ReceiverRig(Func<ReceiverOptions, ReceiverOptions>? change = null, IPostingSink? sink = null)
    {
        var options = new ReceiverOptions { Headers = [HeaderSet.Of([new(Key, Secret)])] };
        options = change is null ? options : change(options);
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            try
            {
                Receiver = PostingReceiver.Start(FormattableString.Invariant($"http://127.0.0.1:{Port}/omni/"), options, sink ?? Sink);
                break;
            }
            catch (ServiceConfigurationException taken) when (taken.ErrorId == "ReceiverNotStarted" && attempt < 20)
            {
                // Somebody else was faster to take the port.
            }
        }

        Client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{Port}/")) };
    }

    public int Port { get; }

    public PostingReceiver Receiver { get; }

    public MemorySink Sink { get; } = new();

    public HttpClient Client { get; }

    public static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    public async Task<(int Status, string Body, HttpResponseMessage Message)> SendAsync(string method, string path, HttpContent? content, string? secret = Secret, string header = Key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation(header, secret);

        var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<(int Status, string Body, HttpResponseMessage Message)> PostAsync(string body, string? secret = Secret, string header = Key) =>
        SendAsync("POST", "omni/", new StringContent(body, Encoding.UTF8, "application/json"), secret, header);

    /// <summary>Sends bytes as they are and reads until the receiver closes the connection.</summary>
    public async Task<string> SendRawAsync(params string[] parts)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        using var stream = client.GetStream();
        foreach (var part in parts)
        {
            var bytes = Encoding.ASCII.GetBytes(part);
            await stream.WriteAsync(bytes, 0, bytes.Length, TestContext.Current.CancellationToken);
        }

        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }

    public static string Head(string more, string secret = Secret) =>
        $"POST /omni/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{Key}: {secret}\r\n{more}\r\n\r\n";

    public void Dispose()
    {
        Client.Dispose();
        Receiver.Dispose();
    }
}

/// <summary>Keeps what it is given, or does what it is told instead.</summary>
internal sealed class MemorySink : IPostingSink
{
    private readonly List<byte[]> _bodies = new();

    /// <summary>What storing does before it succeeds.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public IReadOnlyList<byte[]> Bodies
    {
        get
        {
            lock (_bodies)
                return _bodies.ToArray();
        }
    }

    public IReadOnlyList<KeyValuePair<string, object?>> Counters => [new("received", (long)Bodies.Count), new("oldestUndeliveredSec", null)];

    public async Task<string> StoreAsync(byte[] body, DateTimeOffset receivedAt, string? remote, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        lock (_bodies)
            _bodies.Add(body);

        return "{\"hasError\":false,\"errorMessage\":\"\"}";
    }
}
