using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What is removed, and what stays.</summary>
public abstract class JournalRemoveContract : JournalContract
{
    [Fact]
    public async Task Before_a_moment_all_goes_but_what_is_not_settled()
    {
        IJournal journal = Open();
        RunSummary old = Summary();
        IJournalRun first = Begin(journal, old);
        foreach (Outcome outcome in new[] { Outcome.Accepted, Outcome.Duplicate, Outcome.Rejected, Outcome.Invalid, Outcome.NotSent, Outcome.Unknown })
        {
            await Send(first, Sync("A-" + outcome), outcome);
        }

        first.End(old);
        RunSummary gone = Summary();
        IJournalRun second = Begin(journal, gone);
        await Send(second, Sync("B1"), Outcome.Accepted);
        second.End(gone);
        RunSummary living = Summary();
        IJournalRun third = Begin(journal, living);
        await Claim(third, Sync("C1"));
        Time.Advance(TimeSpan.FromDays(1));
        DateTimeOffset before = Time.GetUtcNow();
        await Send(third, Sync("C2"), Outcome.Accepted);

        Assert.Equal(new Removal(6, 1, 2), journal.Remove(new RemovalQuery(Before: before)));
        Assert.Equal(["A-Unknown", "C1", "C2"], journal.Find(new JournalQuery()).Select(entry => entry.Key).OrderBy(key => key, StringComparer.Ordinal));
        Assert.Equal(new[] { old.RunId, living.RunId }.OrderBy(id => id), journal.FindRuns(new RunQuery()).Select(run => run.RunId).OrderBy(id => id));
        Assert.Equal(new Removal(0, 0, 2), journal.Remove(new RemovalQuery(Before: before)));
        Assert.Equal(ClaimKind.Send, await Claim(Begin(journal), Sync("A-Accepted")));
    }

    [Fact]
    public async Task By_key_all_goes_but_what_a_run_has_in_hand()
    {
        IJournal journal = Open();
        RunSummary dead = Summary();
        await Send(Begin(journal), Sync("A", part: "1"), Outcome.Unknown);
        await Claim(Begin(journal, dead), Sync("A/1"));
        LetDie(dead);
        await Claim(Begin(journal, Summary("other")), Sync("A/1"));
        await Send(Begin(journal), Sync("A"), Outcome.Accepted);
        Assert.Equal(new Removal(2, 0, 1), journal.Remove(new RemovalQuery(Keys: ["A/1", "none"])));
        Assert.Equal(["A", "A/1"], journal.Find(new JournalQuery()).Select(entry => entry.Key).OrderBy(key => key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_found_out_of_it_goes_too()
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Unknown);
        journal.Resolve(Only(journal, "A1"), Outcome.Accepted, "ann@desk", "seen");
        Assert.Equal(1, journal.Remove(new RemovalQuery(Keys: ["A1"])).Orders);
        await Claim(Begin(journal), Sync("A1"));
        Assert.Null(Only(journal, "A1").ResolvedBy);
    }

    [Fact]
    public async Task An_order_that_goes_back_to_a_removed_run_is_nobodys()
    {
        IJournal journal = Open();
        RunSummary holder = Summary();
        IJournalRun holding = Begin(journal, holder, new SendRules(ResendAccepted: true));
        RunSummary gone = Summary();
        IJournalRun first = Begin(journal, gone);
        await Send(first, Sync("A1"), Outcome.Accepted, "at first");
        first.End(gone);
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ClaimKind.Send, await Claim(holding, Sync("A1")));
        Assert.Equal(1, journal.Remove(new RemovalQuery(Before: Time.GetUtcNow())).Runs);
        RunSummary next = Summary();
        Begin(journal, next);
        Assert.Empty(await holding.SettleAsync([Settled(Sync("A1"), Outcome.NotSent)]));
        Assert.Equal(("Accepted", "at first", ""), (Only(journal, "A1").Outcome, Only(journal, "A1").Message, Only(journal, "A1").RunId));
        Assert.Empty(journal.Find(new JournalQuery { RunId = next.RunId }));
        Assert.Empty(journal.Find(new JournalQuery { RunId = gone.RunId }));
    }

    [Fact]
    public void All_is_never_meant() => Assert.Throws<ArgumentException>(() => Open().Remove(new RemovalQuery()));
}
