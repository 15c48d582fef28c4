using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

/// <summary>What clients of other runtimes put on the wire, byte by byte.</summary>
public sealed class HttpServerTests : IDisposable
{
    private const string InvalidRequest = """{"status":"error","status_code":200,"html_message":"Invalid Request"}""";

    private readonly SandboxServer _box = SandboxServer.Start();

    public void Dispose() => _box.Dispose();

    [Fact]
    public async Task Two_requests_in_one_packet_get_two_replies()
    {
        var conversation = await Talk(
            "POST /itl/x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}POST /itl/y HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(2, Count(conversation, "HTTP/1.1 200 OK\r\n"));
        Assert.Equal(1, Count(conversation, "Connection: close\r\n"));
        Assert.Equal(["{}", ""], [_box.Requests[0].Body, _box.Requests[1].Body]);
    }

    [Fact]
    public async Task A_chunked_body_is_put_together()
    {
        var conversation = await Talk(
            "POST /itl/x HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");

        Assert.EndsWith(InvalidRequest, conversation);
        Assert.Equal("abc0123456789", Assert.Single(_box.Requests).Body);
    }

    [Fact]
    public async Task Who_waits_for_100_Continue_is_told_to_go_on()
    {
        var conversation = await Talk(
            "POST /itl/x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "{}");

        Assert.StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n", conversation);
    }

    [Theory]
    [InlineData("GET /elsewhere?a=/b HTTP/1.0\r\n\r\n", "/elsewhere?a=/b")]
    [InlineData("GET http://somewhere:80/itl?x HTTP/1.1\r\nConnection: close\r\n\r\n", "/itl?x")]
    public async Task An_old_client_and_one_that_takes_it_for_a_proxy_are_understood(string request, string path)
    {
        var conversation = await Talk(request);

        Assert.Contains("Connection: close\r\n", conversation);
        Assert.Equal(path, Assert.Single(_box.Requests).Path);
    }

    [Fact]
    public async Task HEAD_has_no_body()
        => Assert.EndsWith("\r\n\r\n", await Talk("HEAD /itl/x HTTP/1.1\r\nConnection: close\r\n\r\n"));

    [Theory]
    [InlineData("hello\r\n\r\n")]
    [InlineData("GET / HTTP/2.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n: x\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")]
    public async Task What_is_not_HTTP_is_a_bad_request(string request)
    {
        Assert.StartsWith("HTTP/1.1 400 ", await Talk(request));
        Assert.Equal(0, _box.RequestCount);
    }

    [Fact]
    public async Task A_head_without_end_is_a_bad_request()
        => Assert.StartsWith("HTTP/1.1 400 ", await Talk("GET / HTTP/1.1\r\nX: ".PadRight(64 * 1024, 'x')));

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_leaves_nothing_behind()
    {
        using (var client = await Connect())
            await Send(client.GetStream(), "POST /itl/x HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345");
        await Talk("GET / HTTP/1.0\r\n\r\n");

        Assert.Equal("GET", Assert.Single(_box.Requests).Method);
    }

    /// <summary>Sends a request, and its second part once an answer to the first has come; reads to the end.</summary>
    private async Task<string> Talk(string request, string? untilReceived = null, string? then = null)
    {
        using var client = await Connect();
        var stream = client.GetStream();
        await Send(stream, request);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var received = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer, 0, buffer.Length)) > 0;)
        {
            received.Append(buffer, 0, read);
            if (then is not null && received.ToString() == untilReceived)
                await Send(stream, then);
        }

        return received.ToString();
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _box.BaseAddress.Port);
        return client;
    }

    private static Task Send(NetworkStream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return stream.WriteAsync(bytes, 0, bytes.Length);
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;
}
