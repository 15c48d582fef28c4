using System;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What a person found out.</summary>
public abstract class JournalResolveContract : JournalContract
{
    [Theory]
    [InlineData(Outcome.Accepted, "Skip")]
    [InlineData(Outcome.NotSent, "Send")]
    public async Task What_a_person_found_out_decides_about_the_next_run(Outcome found, string kind)
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Unknown);
        Time.Advance(TimeSpan.FromHours(1));
        JournalEntry now = journal.Resolve(Only(journal, "A1"), found, "ann@desk", "seen in the panel")!;
        Assert.Equal((found.ToString(), "ann@desk", "seen in the panel", Time.GetUtcNow()), (now.Outcome, now.ResolvedBy, now.Reason, now.Settled));
        JournalEntry read = Only(Open(), "A1");
        Assert.Equal((now.Outcome, now.ResolvedBy, now.Reason, now.Message), (read.Outcome, read.ResolvedBy, read.Reason, read.Message));
        Assert.Equal(kind, (await Claim(Begin(Open()), Sync("A1"))).ToString());
    }

    [Fact]
    public async Task Sent_again_it_is_no_longer_by_hand()
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Unknown);
        journal.Resolve(Only(journal, "A1"), Outcome.NotSent, "ann@desk", "not there");
        await Send(Begin(journal), Sync("A1"), Outcome.Accepted);
        Assert.Null(Only(journal, "A1").ResolvedBy);
    }

    [Fact]
    public async Task One_that_changed_since_it_was_found_is_left_alone()
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Unknown);
        JournalEntry found = Only(journal, "A1");
        await Send(Begin(journal, rules: new SendRules(ResendUnknown: true)), Sync("A1"), Outcome.Accepted);
        Assert.Null(journal.Resolve(found, Outcome.NotSent, "ann@desk", "not there"));
        Assert.Equal("Accepted", Only(journal, "A1").Outcome);
    }

    [Fact]
    public async Task A_run_that_has_it_in_hand_is_not_interfered_with()
    {
        IJournal journal = Open();
        IJournalRun run = Begin(journal);
        await Claim(run, Sync("A1"));
        Assert.Null(journal.Resolve(Only(journal, "A1"), Outcome.NotSent, "ann@desk", "not there"));
        Assert.Empty(await run.SettleAsync([Settled(Sync("A1"), Outcome.Accepted)]));
    }

    [Fact]
    public async Task What_a_dead_run_left_can_be_settled_and_its_late_word_counts_no_more()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        RunSummary silent = Summary();
        IJournalRun run = Begin(Open(paused), silent);
        await Claim(run, Sync("A1"));
        Time.Advance(TimeSpan.FromMinutes(2));
        IJournal journal = Open();
        Assert.Equal("Accepted", journal.Resolve(Only(journal, "A1"), Outcome.Accepted, "ann@desk", "seen")!.Outcome);
        Assert.Equal([0], await run.SettleAsync([Settled(Sync("A1"), Outcome.Rejected)]));
        Assert.False(await run.RenewAsync());
        Assert.Equal("Accepted", Only(journal, "A1").Outcome);
    }

    [Theory]
    [InlineData(Outcome.Unknown)]
    [InlineData(Outcome.Skipped)]
    public async Task Nothing_else_can_be_found_out(Outcome outcome)
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Unknown);
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.Resolve(Only(journal, "A1"), outcome, "ann@desk", "x"));
    }
}
