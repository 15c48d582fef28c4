using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class FaultConnectionTests : IDisposable
{
    private readonly ItlCaller _itl = new();

    public void Dispose() => _itl.Dispose();

    public static TheoryData<Func<Fault>, int, int> Cuts() => new()
    {
        { () => Fault.ResetBefore(), 0, 0 },
        { () => Fault.ResetAfter(), 1, 0 },
        { () => Fault.Truncated(), 1, 200 },
    };

    [Theory]
    [MemberData(nameof(Cuts), DisableDiscoveryEnumeration = true)]
    public async Task A_cut_connection_fails_the_call_and_takes_what_it_says(Func<Fault> fault, int accepted, int recordedStatus)
    {
        _itl.Box.Faults.Always(fault());

        await Assert.ThrowsAnyAsync<HttpRequestException>(Reply);

        Assert.Equal(accepted, _itl.Box.Itl.AcceptedCount);
        Assert.All(_itl.Box.Requests, request => Assert.Equal(recordedStatus, request.StatusCode));
        Assert.NotEmpty(_itl.Box.Requests);
    }

    [Fact]
    public async Task A_reply_that_trickles_arrives_whole()
    {
        _itl.Box.Faults.Next(Fault.SlowDrip(TimeSpan.FromMilliseconds(40)));

        Assert.EndsWith("\"refnum\":\"A-1\"}}}", await Reply());
    }

    [Fact]
    public async Task An_oversize_reply_is_blank_after_the_JSON()
    {
        _itl.Box.Faults.Next(Fault.Oversize(200_000));

        var reply = await Reply();

        Assert.EndsWith("}}}", reply.TrimEnd());
        Assert.Equal(reply.TrimEnd().Length + 200_000, reply.Length);
    }

    [Theory]
    [InlineData("gzip", 0)]
    [InlineData("deflate", 2)]
    public async Task A_reply_is_compressed_if_the_request_accepts_it(string coding, int wrapping)
    {
        _itl.Box.Faults.Always(Fault.Compressed(coding));

        Assert.StartsWith("{", await Reply());

        using var response = await _itl.Post(ItlCaller.SyncV3, "{}", request => request.Headers.Add("Accept-Encoding", coding));
        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        using var bytes = new MemoryStream((await response.Content.ReadAsByteArrayAsync()).Skip(wrapping).ToArray());
        using Stream plain = coding == "gzip" ? new GZipStream(bytes, CompressionMode.Decompress) : new DeflateStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        Assert.StartsWith("{\"status\":\"error\"", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Stopping_ends_a_long_wait_and_what_was_kept_can_still_be_read()
    {
        _itl.Box.Faults.Always(Fault.Delay(TimeSpan.FromHours(1)));
        var waiting = Reply();
        await _itl.Box.RequestsReached(1);

        _itl.Box.Stop();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
        Assert.Equal(1, _itl.Box.RequestCount);
        Assert.Equal(0, _itl.Box.Itl.AcceptedCount);
        await Assert.ThrowsAnyAsync<HttpRequestException>(Reply);
    }

    [Fact]
    public async Task A_late_reply_was_processed_before()
    {
        _itl.Box.Faults.Always(Fault.DelayReply(TimeSpan.FromMilliseconds(1)));

        Assert.Contains("Success", await Reply());
        Assert.Equal(1, _itl.Box.Itl.AcceptedCount);
    }

    private async Task<string> Reply()
    {
        using var response = await _itl.Post(ItlCaller.SyncV3, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("A-1"))));
        return await response.Content.ReadAsStringAsync();
    }
}
