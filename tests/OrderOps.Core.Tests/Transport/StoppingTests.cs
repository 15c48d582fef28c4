using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Tests.Support;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Transport;

/// <summary>The clock of these tests never moves by itself: whatever ends, ends because it was told to.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task Nothing_starts_after_a_stop()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200)), time: new ManualTimeProvider());

        var stopped = await rig.SendAsync(RepeatPolicy.Once, stop: new CancellationToken(canceled: true));
        var aborted = await rig.SendAsync(RepeatPolicy.Once, abort: new CancellationToken(canceled: true));

        Assert.Equal((ExchangeEnd.Stopped, ExchangeEnd.Stopped, 0), (stopped.End, aborted.End, rig.Handler.Calls));
        Assert.Equal("Nothing was sent to service.test: the run was stopped.", stopped.Message);
    }

    [Fact]
    public async Task A_pause_of_a_minute_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var rig = new TransportRig(new ScriptedHandler(Reply(429, retryAfter: "60")), time: new ManualTimeProvider());
        rig.Time.TimerSet += due =>
        {
            if (due == TimeSpan.FromSeconds(60))
                ThreadPool.QueueUserWorkItem(_ => stop.Cancel());
        };

        var reply = await rig.SendAsync(RepeatPolicy.Once, stop.Token);

        Assert.Equal((ExchangeEnd.Stopped, (int?)429, 1), (reply.End, reply.StatusCode, reply.Attempts));
    }

    [Fact]
    public async Task A_pause_of_a_minute_ends_at_once_by_the_real_clock_too()
    {
        using var stop = new CancellationTokenSource();
        using var transport = new ServiceTransport(new Uri("https://service.test/"), new TransportOptions(), time: null, handler: new ScriptedHandler(Reply(429, retryAfter: "60")));
        var sending = transport.SendAsync(TransportRig.Post(RepeatPolicy.Once), stop.Token, CancellationToken.None);
        SpinWait.SpinUntil(() => transport.PauseLeft() > TimeSpan.Zero);

        stop.Cancel();

        Assert.Equal(ExchangeEnd.Stopped, (await sending).End);
    }

    [Fact]
    public async Task Stopping_between_two_attempts_of_which_the_first_may_have_arrived()
    {
        using var stop = new CancellationTokenSource();
        using var rig = new TransportRig(new ScriptedHandler(Reply(500)), time: new ManualTimeProvider());
        rig.Time.TimerSet += due =>
        {
            if (due == TimeSpan.FromSeconds(1))
                ThreadPool.QueueUserWorkItem(_ => stop.Cancel());
        };

        var reply = await rig.SendAsync(RepeatPolicy.Idempotent, stop.Token);

        Assert.Equal((ExchangeEnd.MayHaveArrived, (int?)500), (reply.End, reply.StatusCode));
    }

    [Fact]
    public async Task An_attempt_in_flight_may_finish_within_its_grace()
    {
        using var stop = new CancellationTokenSource();
        using var rig = new TransportRig(
            new ScriptedHandler((request, cancel) =>
            {
                stop.Cancel();
                return Reply(200)(request, cancel);
            }),
            time: new ManualTimeProvider());

        var reply = await rig.SendAsync(RepeatPolicy.Once, stop.Token);

        Assert.Equal((ExchangeEnd.Replied, (int?)200), (reply.End, reply.StatusCode));
    }

    [Fact]
    public async Task After_its_grace_an_attempt_in_flight_is_cut()
    {
        using var stop = new CancellationTokenSource();
        using var rig = new TransportRig(new ScriptedHandler(Hang(() => stop.Cancel())), static options => options.StopGrace = TimeSpan.FromMilliseconds(800), new ManualTimeProvider(leapUpTo: TimeSpan.FromSeconds(1)));

        var reply = await rig.SendAsync(RepeatPolicy.Idempotent, stop.Token);

        Assert.Equal((ExchangeEnd.MayHaveArrived, 1), (reply.End, reply.Attempts));
        Assert.Equal(new[] { 800.0 }, rig.Time.Leaps.Select(static leap => leap.TotalMilliseconds));
        Assert.Equal("It is not known whether service.test took the request: the run was stopped after sending.", reply.Message);
    }

    [Fact]
    public async Task An_abort_cuts_an_attempt_that_was_sent()
    {
        using var abort = new CancellationTokenSource();
        using var rig = new TransportRig(new ScriptedHandler(Hang(() => abort.Cancel())), time: new ManualTimeProvider());

        var reply = await rig.SendAsync(RepeatPolicy.Once, abort: abort.Token);

        Assert.Equal((ExchangeEnd.MayHaveArrived, 1), (reply.End, reply.Attempts));
    }

    [Fact]
    public async Task An_abort_cuts_an_attempt_that_was_not()
    {
        using var abort = new CancellationTokenSource();
        using var rig = new TransportRig(new ScriptedHandler(HangBeforeSending(() => abort.Cancel())), time: new ManualTimeProvider());

        var reply = await rig.SendAsync(RepeatPolicy.Once, abort: abort.Token);

        Assert.Equal((ExchangeEnd.Stopped, 0L), (reply.End, rig.Transport.RequestCount));
    }

    [Fact]
    public async Task A_stack_that_does_not_let_go_is_left_behind_and_can_not_send_any_more()
    {
        using var abort = new CancellationTokenSource();
        var release = new TaskCompletionSource<bool>();
        var late = new TaskCompletionSource<Exception?>();
        using var rig = new TransportRig(
            new ScriptedHandler(async (request, _) =>
            {
                abort.Cancel();
                await release.Task;
                late.SetResult(await Record.ExceptionAsync(() => request.Content!.CopyToAsync(System.IO.Stream.Null)));
                throw new InvalidOperationException();
            }),
            time: new ManualTimeProvider());

        var reply = await rig.SendAsync(RepeatPolicy.Once, abort: abort.Token);
        release.SetResult(true);

        Assert.Equal(ExchangeEnd.Stopped, reply.End);
        Assert.NotNull(await late.Task);
    }
}
