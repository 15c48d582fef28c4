using System;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>Who has an order in hand, and until when.</summary>
public abstract class JournalLeaseContract : JournalContract
{
    private static readonly TimeSpan OverALease = Lease + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_a_living_run_has_in_hand_is_nobody_elses()
    {
        await Claim(Begin(Open()), Sync("A1"));
        IJournalRun other = Begin(Open(), rules: new SendRules(ResendUnknown: true, ResendAccepted: true));
        ClaimAnswer answer = Assert.Single(await other.ClaimAsync([Sync("A1")]));
        Assert.Equal((ClaimKind.Held, "Sending"), (answer.Kind, answer.Earlier!.Outcome));
        Assert.Contains("process " + ProcessIdentity.Current.ProcessId, answer.Holder, StringComparison.Ordinal);
        Assert.Equal(answer, other.Foresee(Sync("A1")) with { Earlier = answer.Earlier });
    }

    [Fact]
    public async Task What_a_dead_process_had_in_hand_is_unknown_at_once()
    {
        RunSummary dead = Summary();
        await Claim(Begin(Open(), dead), Sync("A1"));
        IJournal journal = Open();
        Assert.Equal("Sending", Only(journal, "A1").Outcome);
        LetDie(dead);

        Assert.Equal("Unknown", Only(journal, "A1").Outcome);
        Assert.NotEmpty(Only(journal, "A1").Message);
        Assert.Equal(ClaimKind.StayUnknown, Begin(journal).Foresee(Sync("A1")).Kind);
        Assert.Equal(ClaimKind.StayUnknown, await Claim(Begin(journal), Sync("A1")));
        Assert.Equal(ClaimKind.Send, await Claim(Begin(journal, rules: new SendRules(ResendUnknown: true)), Sync("A1")));
    }

    [Fact]
    public async Task An_update_that_a_dead_process_had_in_hand_is_simply_sent_again()
    {
        RunSummary dead = Summary();
        await Claim(Begin(Open(), dead), Update("A1"));
        LetDie(dead);
        Assert.Equal(ClaimKind.Send, await Claim(Begin(Open()), Update("A1")));
    }

    [Fact]
    public async Task A_process_that_cannot_be_seen_holds_until_its_lease_has_run_out()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        RunSummary hidden = Summary();
        await Claim(Begin(Open(paused), hidden), Sync("A1"));
        HideProcess(hidden);

        IJournalRun other = Begin(Open());
        Assert.Equal(ClaimKind.Held, await Claim(other, Sync("A1")));
        Time.Advance(OverALease);
        Assert.Equal(ClaimKind.StayUnknown, await Claim(other, Sync("A1")));
    }

    [Fact]
    public async Task A_lease_that_has_run_out_is_renewed_where_nobody_took_anything()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun run = Begin(Open(paused));
        await Claim(run, Sync("A1"));
        Assert.True(run.HoldsLease);
        paused.Advance(OverALease);
        Assert.False(run.HoldsLease);

        Assert.True(await run.RenewAsync());
        Assert.True(run.HoldsLease);
        Assert.Empty(await run.SettleAsync([Settled(Sync("A1"), Outcome.Accepted)]));
    }

    [Fact]
    public async Task A_claim_renews_a_lease_that_has_run_out()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun run = Begin(Open(paused));
        paused.Advance(OverALease);
        await Claim(run, Sync("A1"));
        Assert.True(run.HoldsLease);
    }

    [Fact]
    public async Task A_lease_is_given_up_a_while_before_others_may_take_over()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun run = Begin(Open(paused));
        await Claim(run, Sync("A1"));
        paused.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.False(run.HoldsLease);
    }

    [Fact]
    public async Task A_run_whose_orders_were_taken_over_sends_and_writes_nothing_more_of_them()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun first = Begin(Open(paused));
        await first.ClaimAsync([Sync("A1"), Sync("A2")]);

        Time.Advance(OverALease);
        RunSummary taker = Summary();
        IJournalRun second = Begin(Open(), taker, new SendRules(ResendUnknown: true));
        await Send(second, Sync("A1"), Outcome.Accepted, "the taker's word");

        paused.Advance(OverALease);
        Assert.False(await first.RenewAsync());
        Assert.False(first.HoldsLease);
        Assert.Equal("JournalLeaseLost", (await Assert.ThrowsAsync<StoreException>(() => first.ClaimAsync([Sync("A3")]))).ErrorId);
        Assert.Equal(taker.RunId, first.Foresee(Sync("A1")).Earlier!.RunId);
        Assert.Equal([0], await first.SettleAsync([Settled(Sync("A1"), Outcome.Unknown), Settled(Sync("A2"), Outcome.Unknown)]));
        Assert.Equal(("Accepted", "the taker's word"), (Only(Open(), "A1").Outcome, Only(Open(), "A1").Message));
        Assert.Equal(ClaimKind.Send, await Claim(second, Sync("A3")));
    }

    [Fact]
    public async Task A_killed_run_counts_an_order_that_another_one_took_over_once()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        RunSummary summary = Summary();
        IJournalRun run = Begin(Open(paused), summary);
        await run.ClaimAsync([Sync("A1"), Sync("A2")]);
        Time.Advance(OverALease);
        IJournal journal = Open();
        await Send(Begin(journal, rules: new SendRules(ResendUnknown: true)), Sync("A1"), Outcome.Accepted);

        Assert.Equal([0], await run.SettleAsync([Settled(Sync("A1"), Outcome.Accepted), Settled(Sync("A2"), Outcome.Accepted)]));
        LetDie(summary);
        Assert.Equal("2 in = 1 Accepted + 1 Unknown", Run(journal, summary).Counts);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_lengthen_a_lease()
    {
        StillTimeProvider clock = new(Time.GetUtcNow());
        SetBackTimeProvider setBack = new(clock);
        IJournalRun run = Begin(Open(setBack));
        await Claim(run, Sync("A1"));
        clock.Advance(OverALease);
        setBack.By = OverALease;
        Assert.False(run.HoldsLease);
    }

    [Fact]
    public async Task A_run_that_lives_renews_its_lease_in_time()
    {
        ManualTimeProvider own = new();
        IJournalRun run = Begin(Open(own));
        await Claim(run, Sync("A1"));
        for (int i = 0; i < 6; i++)
        {
            TaskCompletionSource<bool> renewed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            void Set(TimeSpan due) => renewed.TrySetResult(true);
            own.TimerSet += Set;
            own.Advance(TimeSpan.FromSeconds(20));
            Assert.Same(renewed.Task, await Task.WhenAny(renewed.Task, Task.Delay(TimeSpan.FromSeconds(30))));
            own.TimerSet -= Set;
            Assert.True(run.HoldsLease);
        }

        Time.Advance(TimeSpan.FromSeconds(120));
        Assert.Equal(ClaimKind.Held, await Claim(Begin(Open()), Sync("A1")));
    }

    [Fact]
    public async Task A_run_that_is_left_by_a_defect_lets_go_of_its_orders()
    {
        IJournal journal = Open();
        using (IJournalRun left = Begin(journal))
        {
            await Claim(left, Sync("A1"));
        }

        Assert.Equal("Unknown", Only(journal, "A1").Outcome);
        Assert.Equal(ClaimKind.StayUnknown, await Claim(Begin(Open()), Sync("A1")));
    }

    /// <summary>The wall clock was set back; the stopwatch goes on.</summary>
    private sealed class SetBackTimeProvider(TimeProvider real) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override long TimestampFrequency => real.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => real.GetUtcNow() - By;

        public override long GetTimestamp() => real.GetTimestamp();

        public override System.Threading.ITimer CreateTimer(System.Threading.TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            real.CreateTimer(callback, state, dueTime, period);
    }
}
