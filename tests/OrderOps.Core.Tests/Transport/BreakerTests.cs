using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Tests.Support;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Transport;

public sealed class BreakerTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task It_opens_after_five_failures_in_a_row(int status)
    {
        using var rig = Rig(Reply(status));

        for (var sent = 0; sent < 5; sent++)
        {
            Assert.False(rig.Transport.IsBreakerOpen);
            await rig.SendAsync(RepeatPolicy.Once);
        }

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.True(rig.Transport.IsBreakerOpen);
        Assert.Equal((ExchangeEnd.BreakerOpen, 0, 5), (reply.End, reply.Attempts, rig.Handler.Calls));
        Assert.Equal("Nothing was sent to service.test: too many requests in a row had failed.", reply.Message);
    }

    [Fact]
    public async Task A_success_starts_the_count_anew()
    {
        var four = Enumerable.Repeat(Reply(500), 4).ToArray();
        using var rig = Rig(new[] { Reply(200), Reply(200) }.Concat(four).Append(Reply(200)).Concat(four).Append(Reply(200)).Concat(four).Append(Reply(500)).ToArray());

        for (var sent = 0; sent < 16; sent++)
            await rig.SendAsync(RepeatPolicy.Once);
        Assert.False(rig.Transport.IsBreakerOpen);
        await rig.SendAsync(RepeatPolicy.Once);

        Assert.True(rig.Transport.IsBreakerOpen);
    }

    [Fact]
    public async Task Refusals_that_the_slice_interprets_do_not_count()
    {
        using var rig = Rig(Reply(401));

        for (var sent = 0; sent < 20; sent++)
            Assert.Equal(ExchangeEnd.Replied, (await rig.SendAsync(RepeatPolicy.Once)).End);
    }

    [Fact]
    public async Task When_its_time_is_up_one_attempt_decides()
    {
        using var rig = Rig(Reply(500), Reply(500), Reply(500), Reply(500), Reply(500), Reply(500), Reply(200));
        for (var sent = 0; sent < 5; sent++)
            await rig.SendAsync(RepeatPolicy.Once);

        rig.Time.Advance(TimeSpan.FromSeconds(31));
        var probe = await rig.SendAsync(RepeatPolicy.Once);
        var locked = await rig.SendAsync(RepeatPolicy.Once);
        rig.Time.Advance(TimeSpan.FromSeconds(31));
        var second = await rig.SendAsync(RepeatPolicy.Once);
        var open = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal(
            new[] { ExchangeEnd.MayHaveArrived, ExchangeEnd.BreakerOpen, ExchangeEnd.Replied, ExchangeEnd.Replied },
            new[] { probe.End, locked.End, second.End, open.End });
    }

    [Fact]
    public async Task Its_opening_ends_the_retries()
    {
        using var rig = new TransportRig(new ScriptedHandler(Refuse()), static options => options.BreakerThreshold = 2);

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.NotSent, 2), (reply.End, reply.Attempts));
    }

    [Fact]
    public async Task Its_opening_ends_a_wait()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(429, retryAfter: "60")), time: new ManualTimeProvider());
        rig.Time.TimerSet += due =>
        {
            if (due == TimeSpan.FromSeconds(60))
                ThreadPool.QueueUserWorkItem(_ => rig.Transport.OpenBreaker("all is refused"));
        };

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Throttled, 1), (reply.End, reply.Attempts));
    }

    [Fact]
    public async Task A_slice_can_open_it_for_its_usual_time()
    {
        using var rig = Rig(Reply(200));

        rig.Transport.OpenBreaker("two batches in a row were refused in all their parts");
        var locked = await rig.SendAsync(RepeatPolicy.Once);
        rig.Time.Advance(TimeSpan.FromSeconds(31));
        var later = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.BreakerOpen, ExchangeEnd.Replied), (locked.End, later.End));
        Assert.Equal("Nothing was sent to service.test: two batches in a row were refused in all their parts.", locked.Message);
    }

    [Fact]
    public async Task With_several_in_flight_one_outage_that_fails_them_all_counts_once()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(500)), static options => options.MaximumConnections = 4);

        for (var sent = 0; sent < 19; sent++)
            await rig.SendAsync(RepeatPolicy.Once);
        Assert.False(rig.Transport.IsBreakerOpen);
        await rig.SendAsync(RepeatPolicy.Once);

        Assert.True(rig.Transport.IsBreakerOpen);
    }

    private static TransportRig Rig(params Func<System.Net.Http.HttpRequestMessage, CancellationToken, Task<System.Net.Http.HttpResponseMessage>>[] script) =>
        new(new ScriptedHandler(script), static options => options.MaximumRetryCount = 0);
}
