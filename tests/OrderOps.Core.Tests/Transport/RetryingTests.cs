using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Tests.Support;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Transport;

/// <summary>What is sent again, after how long, and how it ends.</summary>
public sealed class RetryingTests
{
    private static readonly TimeSpan Thirty = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(408)]
    [InlineData(425)]
    public async Task A_sync_that_may_have_arrived_is_never_sent_again(int status)
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(status, "oops"), Reply(200)));

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.MayHaveArrived, (int?)status, "oops", 1), (reply.End, reply.StatusCode, reply.Body, rig.Handler.Calls));
        Assert.Equal($"It is not known whether service.test took the request: it replied {status}.", reply.Message);
    }

    [Fact]
    public async Task A_sync_whose_connection_broke_is_never_sent_again()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reset(), Reply(200)));

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.MayHaveArrived, 1, 1L), (reply.End, rig.Handler.Calls, rig.Transport.RequestCount));
        Assert.Equal(AttemptFailure.ConnectionLost, reply.History.Single().Failure);
    }

    [Theory]
    [InlineData(RepeatPolicy.Idempotent)]
    [InlineData(RepeatPolicy.Read)]
    public async Task Everything_else_is_sent_again(RepeatPolicy repeat)
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(500), Reset(), Reply(200)));

        var reply = await rig.SendAsync(repeat);

        Assert.Equal((ExchangeEnd.Replied, (int?)200, 3, true), (reply.End, reply.StatusCode, reply.Attempts, reply.EarlierAttemptMayHaveArrived));
    }

    [Fact]
    public async Task An_earlier_attempt_that_may_have_arrived_is_not_forgotten()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reset(), Refuse()));

        var reply = await rig.SendAsync(RepeatPolicy.Idempotent);

        Assert.Equal(ExchangeEnd.MayHaveArrived, reply.End);
        Assert.Contains("the connection broke after sending", reply.Message);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_service_that_did_not_take_it_is_asked_again_by_a_sync_too(int status)
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(status), Reply(status, retryAfter: "7"), Reply(200)));

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, (int?)200, false), (reply.End, reply.StatusCode, reply.EarlierAttemptMayHaveArrived));
        Assert.Equal(new[] { 1.0, 7.0, 0.0 }, reply.History.Select(static attempt => attempt.Delay.TotalSeconds));
    }

    [Fact]
    public async Task A_pause_may_be_asked_for_as_a_date()
    {
        var date = ManualTimeProvider.Start.AddSeconds(60).ToString("r", System.Globalization.CultureInfo.InvariantCulture);
        using var rig = new TransportRig(new ScriptedHandler(Reply(429, retryAfter: date), Reply(200)));

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal(60.0, reply.History[0].Delay.TotalSeconds);
        Assert.Equal(ExchangeEnd.Replied, reply.End);
    }

    [Fact]
    public async Task A_longer_pause_than_allowed_ends_it_at_once()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(429, "slow down", retryAfter: "3600")));

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Throttled, (int?)429, "slow down", 1), (reply.End, reply.StatusCode, reply.Body, rig.Handler.Calls));
        Assert.Equal(TimeSpan.FromHours(1), reply.RetryAfter);
        Assert.Equal("service.test did not take the request: it replied 429 and asked for a pause of 3600 s, more than the 120 s that are allowed.", reply.Message);
        Assert.Empty(rig.Time.Leaps);
    }

    [Fact]
    public async Task A_pause_holds_for_everybody()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(429, retryAfter: "60"), Reply(200)), static options => options.MaximumRetryCount = 1, new ManualTimeProvider());
        var waiting = new CountdownEvent(2);
        rig.Time.TimerSet += due =>
        {
            if (due == TimeSpan.FromSeconds(60))
                waiting.Signal();
        };

        var first = rig.SendAsync(RepeatPolicy.Once);
        var second = rig.SendAsync(RepeatPolicy.Once);
        Assert.True(waiting.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        var callsBefore = rig.Handler.Calls;
        rig.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal((1, 2), (callsBefore, (await first).Attempts));
        Assert.Equal((ExchangeEnd.Replied, 1), ((await second).End, (await second).Attempts));
    }

    [Fact]
    public async Task The_budget_ends_it()
    {
        using var rig = new TransportRig(new ScriptedHandler(Refuse()), static options =>
        {
            options.RetryBudget = TimeSpan.FromSeconds(2);
            options.BreakerThreshold = 9;
        });

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        // 1 s of backoff, then 2 s are cut to the 1 s that is left; after that there is none.
        Assert.Equal((ExchangeEnd.NotSent, 3, 2.0), (reply.End, reply.Attempts, reply.Elapsed.TotalSeconds));
    }

    [Theory]
    [InlineData(RepeatPolicy.Once, 1)]
    [InlineData(RepeatPolicy.Idempotent, 3)]
    [InlineData(RepeatPolicy.Read, 3)]
    public async Task What_the_slice_can_not_read_is_asked_for_again_where_that_is_harmless(RepeatPolicy repeat, int attempts)
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200, "null")), static options => options.MaximumRetryCount = 2);
        var request = new ServiceRequest("POST", "x", repeat) { Body = new byte[] { 1 }, Judge = static reply => reply.Body == "null" ? ReplyVerdict.Unreadable : ReplyVerdict.Final };

        var reply = await rig.SendAsync(request);

        Assert.Equal((ExchangeEnd.Replied, (int?)200, "null", attempts), (reply.End, reply.StatusCode, reply.Body, reply.Attempts));
        Assert.Equal(AttemptFailure.Unreadable, reply.History[0].Failure);
    }

    [Fact]
    public async Task A_reply_that_is_too_large_is_unreadable()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200, new string('x', 5000))), static options => options.MaximumReplyBytes = 4999);

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, AttemptFailure.Unreadable, string.Empty), (reply.End, reply.History[0].Failure, reply.Body));
        Assert.Contains("larger than 4999 bytes", reply.Message);
    }

    [Theory]
    [InlineData(RepeatPolicy.Once, ExchangeEnd.MayHaveArrived, 1)]
    [InlineData(RepeatPolicy.Idempotent, ExchangeEnd.Replied, 2)]
    public async Task A_time_out_after_sending(RepeatPolicy repeat, ExchangeEnd end, int attempts)
    {
        var time = new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(5));
        using var rig = new TransportRig(new ScriptedHandler(Hang(() => time.Advance(Thirty)), Reply(200)), static options => options.Timeout = Thirty, time);

        var reply = await rig.SendAsync(repeat);

        Assert.Equal((end, attempts), (reply.End, reply.Attempts));
        Assert.Equal("no complete reply came within 30 s", reply.History[0].Message);
    }

    [Fact]
    public async Task A_time_out_before_sending_is_tried_again_by_a_sync()
    {
        var time = new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(5));
        using var rig = new TransportRig(new ScriptedHandler(HangBeforeSending(() => time.Advance(Thirty)), Reply(200)), static options => options.Timeout = Thirty, time);

        var reply = await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal((ExchangeEnd.Replied, AttemptFailure.BeforeSending), (reply.End, reply.History[0].Failure));
    }
}
