using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Tests.Support;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.LoopbackService;

namespace OrderOps.Tests.Transport;

/// <summary>What real sockets and the runtime's own HTTP stack do, seen from both ends.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task A_refused_connection_means_that_nothing_was_sent()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        using var transport = Transport(new Uri($"http://127.0.0.1:{port}/"));
        var reply = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.NotSent, 2, 0L), (reply.End, reply.Attempts, transport.RequestCount));
        Assert.Equal($"Nothing was sent to 127.0.0.1:{port}: the connection was refused (attempt 2).", reply.Message);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_means_that_nothing_was_sent()
    {
        using var transport = Transport(new Uri("https://no-such-host.invalid/"), static options => options.NoProxy = true);

        Assert.Equal(ExchangeEnd.NotSent, (await SendAsync(transport, RepeatPolicy.Once)).End);
        Assert.Equal(ExchangeEnd.NotSent, (await SendAsync(transport, RepeatPolicy.Read)).End);
    }

    [Fact]
    public async Task A_reset_after_the_request_means_that_it_may_have_arrived()
    {
        using var service = new LoopbackService(static _ => null);
        using var transport = Transport(service.Address);

        var reply = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.MayHaveArrived, 1, 1), (reply.End, reply.Attempts, service.Requests.Count));
    }

    [Fact]
    public async Task The_runtime_does_not_repeat_a_sync_by_itself_when_a_kept_connection_breaks()
    {
        using var service = new LoopbackService(static number => number == 1 ? Http("200 OK") : null);
        using var transport = Transport(service.Address);

        var first = await SendAsync(transport, RepeatPolicy.Once);
        var second = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, ExchangeEnd.MayHaveArrived), (first.End, second.End));
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData(RepeatPolicy.Once, ExchangeEnd.MayHaveArrived, 1)]
    [InlineData(RepeatPolicy.Idempotent, ExchangeEnd.Replied, 2)]
    public async Task A_reply_that_breaks_off(RepeatPolicy repeat, ExchangeEnd end, int requests)
    {
        var half = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"half\":");
        using var service = new LoopbackService(number => number == 1 ? half : Http("200 OK"));
        using var transport = Transport(service.Address);

        var reply = await SendAsync(transport, repeat);

        Assert.Equal((end, requests), (reply.End, service.Requests.Count));
        Assert.Equal(AttemptFailure.ConnectionLost, reply.History[0].Failure);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var service = new LoopbackService(static _ => Http("302 Found", string.Empty, "Location: /elsewhere"));
        using var transport = Transport(service.Address);

        var reply = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, (int?)302, "/elsewhere", 1), (reply.End, reply.StatusCode, reply.Headers["Location"], service.Requests.Count));
    }

    [Fact]
    public async Task A_connection_is_used_again_and_cookies_are_not_kept()
    {
        using var service = new LoopbackService(static _ => Http("200 OK", "{}", "Set-Cookie: session=1"));
        using var transport = Transport(service.Address);

        for (var sent = 0; sent < 5; sent++)
            await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal((1, 5), (service.Connections, service.Requests.Count));
        Assert.DoesNotContain(service.Requests, static request => request.Contains("session=1"));
        Assert.DoesNotContain(service.Requests, static request => request.Contains("Expect:"));
    }

    [Fact]
    public async Task A_gzip_reply_is_read()
    {
        using var service = new LoopbackService(static _ => Http("200 OK", Packed(static stream => new GZipStream(stream, CompressionMode.Compress)), "Content-Encoding: gzip"));
        using var transport = Transport(service.Address);

        var reply = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal("{\"packed\":true}", reply.Body);
        Assert.Contains("gzip", service.Requests.Single());
    }

    [Theory]
    [InlineData("ISO-8859-1", new byte[] { (byte)'"', 0xFC, (byte)'"' })]
    [InlineData("\"utf-8\"", new byte[] { (byte)'"', 0xC3, 0xBC, (byte)'"' })]
    [InlineData("utf8", new byte[] { (byte)'"', 0xC3, 0xBC, (byte)'"' })]
    [InlineData("no-such-charset", new byte[] { (byte)'"', 0xC3, 0xBC, (byte)'"' })]
    [InlineData("ISO-8859-1", new byte[] { 0xEF, 0xBB, 0xBF, (byte)'"', 0xC3, 0xBC, (byte)'"' })]
    public async Task A_charset_is_taken_as_it_comes(string charset, byte[] body)
    {
        using var service = new LoopbackService(_ => Http("200 OK", body, "Content-Type: application/json; charset=" + charset));
        using var transport = Transport(service.Address);

        Assert.Equal("\"\u00fc\"", (await SendAsync(transport, RepeatPolicy.Once)).Body);
    }

    [Theory]
    [InlineData(RepeatPolicy.Once, ExchangeEnd.MayHaveArrived, 1)]
    [InlineData(RepeatPolicy.Idempotent, ExchangeEnd.Replied, 2)]
    [InlineData(RepeatPolicy.Read, ExchangeEnd.Replied, 2)]
    public async Task Each_attempt_has_its_own_time_out(RepeatPolicy repeat, ExchangeEnd end, int requests)
    {
        var time = new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(5));
        using var service = new LoopbackService(number =>
        {
            if (number > 1)
                return Http("200 OK");
            time.Advance(TimeSpan.FromSeconds(30));
            return Array.Empty<byte>();
        });
        using var transport = Transport(service.Address, static options => options.Timeout = TimeSpan.FromSeconds(30), time);

        var reply = await SendAsync(transport, repeat);

        Assert.Equal((end, requests), (reply.End, service.Requests.Count));
        Assert.Equal(AttemptFailure.TimedOut, reply.History[0].Failure);
    }

    [Fact]
    public async Task A_reply_that_never_ends_counts_for_the_time_out()
    {
        var time = new ManualTimeProvider();
        var half = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        using var service = new LoopbackService(_ => half);
        using var transport = Transport(service.Address, static options => options.Timeout = TimeSpan.FromSeconds(30), time);

        var sending = SendAsync(transport, RepeatPolicy.Once);
        SpinWait.SpinUntil(() => service.Requests.Count == 1);
        time.Advance(TimeSpan.FromSeconds(30));
        var reply = await sending;

        Assert.Equal((ExchangeEnd.MayHaveArrived, AttemptFailure.TimedOut), (reply.End, reply.History.Single().Failure));
    }

    [Fact]
    public async Task Disposing_closes_the_connections()
    {
        using var service = new LoopbackService(static _ => Http("200 OK"));
        var transport = Transport(service.Address);
        await SendAsync(transport, RepeatPolicy.Once);

        transport.Dispose();

        await service.Closed;
    }

#if NET
    // Mono reports garbled gzip as a broken connection, which errs on the safe side.
    [Fact]
    public async Task A_reply_that_only_pretends_to_be_gzip_is_unreadable()
    {
        using var service = new LoopbackService(static _ => Http("200 OK", "not gzip at all, not even close", "Content-Encoding: gzip"));
        using var transport = Transport(service.Address);

        var reply = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, AttemptFailure.Unreadable), (reply.End, reply.History.Single().Failure));
    }

    [Fact]
    public async Task A_brotli_reply_is_read()
    {
        using var service = new LoopbackService(static _ => Http("200 OK", Packed(static stream => new BrotliStream(stream, CompressionMode.Compress)), "Content-Encoding: br"));
        using var transport = Transport(service.Address);

        Assert.Equal("{\"packed\":true}", (await SendAsync(transport, RepeatPolicy.Once)).Body);
    }

    [Fact]
    public async Task A_reply_that_only_pretends_to_be_brotli_is_unreadable()
    {
        using var service = new LoopbackService(static _ => Http("200 OK", "not brotli at all, not even close", "Content-Encoding: br"));
        using var transport = Transport(service.Address);

        Assert.Equal(AttemptFailure.Unreadable, (await SendAsync(transport, RepeatPolicy.Once)).History.Single().Failure);
    }

    [Theory]
    [InlineData(false, ExchangeEnd.NotSent)]
    [InlineData(true, ExchangeEnd.Replied)]
    public async Task A_certificate_that_nobody_trusts(bool skipCheck, ExchangeEnd end)
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var issue = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=127.0.0.1", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certificate = issue.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var service = new LoopbackService(static _ => Http("200 OK"), async stream =>
        {
            var secured = new System.Net.Security.SslStream(stream);
            await secured.AuthenticateAsServerAsync(certificate);
            return secured;
        });
        using var transport = Transport(new Uri($"https://127.0.0.1:{service.Port}/"), options => options.SkipCertificateCheck = skipCheck);

        var reply = await SendAsync(transport, RepeatPolicy.Once);

        Assert.Equal(end, reply.End);
        if (!skipCheck)
            Assert.Contains("certificate is not trusted", reply.Message);
    }
#endif

    private static ServiceTransport Transport(Uri address, Action<TransportOptions>? configure = null, ManualTimeProvider? time = null)
    {
        var options = new TransportOptions { MaximumRetryCount = 1, Timeout = TransportRig.Timeout };
        configure?.Invoke(options);
        return new ServiceTransport(address, options, time ?? new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(5)), static () => 1.0);
    }

    private static Task<ServiceReply> SendAsync(ServiceTransport transport, RepeatPolicy repeat) =>
        transport.SendAsync(repeat == RepeatPolicy.Read ? new ServiceRequest("GET", "api/orders.json", repeat) : TransportRig.Post(repeat), CancellationToken.None, CancellationToken.None);

    private static byte[] Packed(Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var packing = pack(packed))
            packing.Write(Encoding.UTF8.GetBytes("{\"packed\":true}"), 0, 15);
        return packed.ToArray();
    }
}
