using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Transport;

/// <summary>What a caller is told, given what the service did.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_reply_comes_back_with_all_that_it_holds()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200, "{\"a\":1}")));

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, (int?)200, "{\"a\":1}", "application/json", 1), (reply.End, reply.StatusCode, reply.Body, reply.ContentType, reply.Attempts));
        Assert.Equal("application/json; charset=utf-8", reply.Headers["content-type"]);
        Assert.Equal("service.test replied 200.", reply.Message);
        Assert.Equal(new Uri("https://service.test/base/api/orders.json"), rig.Handler.Addresses.Single());
        Assert.Equal(1, rig.Transport.RequestCount);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task Every_other_status_is_a_reply_that_counts(int status)
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(status, "<html>", "text/html")));

        var reply = await rig.SendAsync(RepeatPolicy.Idempotent);

        Assert.Equal((ExchangeEnd.Replied, (int?)status, "<html>", "text/html", 1), (reply.End, reply.StatusCode, reply.Body, reply.ContentType, reply.Attempts));
    }

    [Theory]
    [InlineData(RepeatPolicy.Once)]
    [InlineData(RepeatPolicy.Idempotent)]
    public async Task A_refused_connection_is_tried_again_by_everybody(RepeatPolicy repeat)
    {
        using var rig = new TransportRig(new ScriptedHandler(Refuse(), Refuse(), Reply(200)));

        var reply = await rig.SendAsync(repeat);

        Assert.Equal((ExchangeEnd.Replied, 3, 1L), (reply.End, reply.Attempts, rig.Transport.RequestCount));
        Assert.Equal("BeforeSending, BeforeSending, None", string.Join(", ", reply.History.Select(static attempt => attempt.Failure)));
        Assert.Equal(new[] { 1.0, 2.0, 0.0 }, reply.History.Select(static attempt => attempt.Delay.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(3), reply.Elapsed);
    }

    [Fact]
    public async Task Nothing_was_sent_when_no_connection_came_about_to_the_end()
    {
        using var rig = new TransportRig(new ScriptedHandler(Refuse()), static options => options.BreakerThreshold = 9);

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.NotSent, 5, 0L), (reply.End, reply.Attempts, rig.Transport.RequestCount));
        Assert.Equal("Nothing was sent to service.test: the connection was refused (attempt 5).", reply.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(86400 * 365)]
    public async Task A_time_out_that_no_timer_can_hold_is_none(int seconds)
    {
        using var transport = new ServiceTransport(
            new Uri("https://service.test/"),
            new TransportOptions { Timeout = TimeSpan.FromSeconds(seconds) },
            time: null,
            handler: new ScriptedHandler(Reply(200)));

        Assert.Equal(ExchangeEnd.Replied, (await transport.SendAsync(TransportRig.Post(RepeatPolicy.Once), default, default)).End);
    }
}
