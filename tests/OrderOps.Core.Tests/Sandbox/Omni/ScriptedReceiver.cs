using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Sandbox.Omni;

namespace OrderOps.Tests.Sandbox.Omni;

/// <summary>A receiver that answers as the test says, and keeps what it saw.</summary>
internal sealed class ScriptedReceiver : IDisposable
{
    public const string Stored = """{"hasError":false,"errorMessage":""}""";

    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerRequest, string, Reply> _answer;

    public ScriptedReceiver(Func<HttpListenerRequest, string, Reply> answer)
    {
        _answer = answer;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/omni/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public Uri Address { get; }

    public ConcurrentQueue<string> Bodies { get; } = new();

    public static ScriptedReceiver That(Func<string, Reply> answer) => new((_, body) => answer(body));

    public static ScriptedReceiver ThatStores() => That(_ => new Reply(200, Stored));

    public static Reply Says(int status, string body = "") => new(status, body);

    public OmniOptions Options() => new(Address) { RetryInterval = TimeSpan.FromMilliseconds(1) };

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return port;
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => Serve(context));
        }
    }

    private void Serve(HttpListenerContext context)
    {
        using StreamReader reader = new(context.Request.InputStream);
        string body = reader.ReadToEnd();
        if (context.Request.HttpMethod == "POST")
        {
            Bodies.Enqueue(body);
        }

        Reply reply = _answer(context.Request, body);
        byte[] text = Encoding.UTF8.GetBytes(reply.Body);
        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
        {
            context.Response.AddHeader("Retry-After", reply.RetryAfter);
        }

        context.Response.OutputStream.Write(text, 0, text.Length);
        context.Response.Close();
    }

    internal sealed record Reply(int Status, string Body, string? RetryAfter = null);
}
