using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>Orders that are claimed together and end differently: each is read back as if it stood alone.</summary>
public abstract class JournalBatchContract : JournalContract
{
    private static readonly string[] Keys = ["A1", "A2", "A3", "A4", "A5"];

    [Fact]
    public async Task Each_order_of_a_batch_keeps_its_own_outcome_and_reference()
    {
        IJournal journal = Open();
        IJournalRun run = Begin(journal);
        await run.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        SettledOrder[] words =
        [
            Settled(Sync("A1"), Outcome.Accepted, reference: "R1"),
            Settled(Sync("A2"), Outcome.Rejected, "no such pincode", "two\nlines"),
            Settled(Sync("A3"), Outcome.Accepted),
            new SettledOrder("Sync", new OrderIdentity("A4"), Outcome.Unknown, "no reply", null, 1, 3, null),
            Settled(Sync("A5"), Outcome.Accepted, reference: "R5"),
        ];
        Assert.Empty(await run.SettleAsync([words[4], words[1], words[0], words[3], words[2]]));
        foreach (SettledOrder word in words)
        {
            JournalEntry entry = Only(journal, word.Key.Number);
            Assert.Equal((word.Outcome.ToString(), word.Message, word.Reference), (entry.Outcome, entry.Message, entry.Reference));
            Assert.Equal((word.Batch, word.Attempts, word.StatusCode), (entry.Batch, entry.Attempts, entry.StatusCode));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_batch_may_be_settled_in_parts(int size)
    {
        RunSummary summary = Summary();
        IJournal journal = Open();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        for (int from = 0; from < Keys.Length; from += size)
        {
            Assert.Equal(Keys.Length - from, journal.Count(new JournalQuery { Outcomes = ["Sending"] }));
            string[] part = [.. Keys.Skip(from).Take(size)];
            Assert.Empty(await run.SettleAsync([.. part.Select(key => Settled(Sync(key), Outcome.Accepted, "of " + key, "R-" + key))]));
        }

        Assert.All(Keys, key => Assert.Equal(("Accepted", "of " + key, "R-" + key), (Only(journal, key).Outcome, Only(journal, key).Message, Only(journal, key).Reference)));
        Assert.Equal((5L, 5L), (Run(journal, summary).In, Run(journal, summary).Accepted));
        Assert.Equal(0, journal.Count(new JournalQuery { Outcomes = ["Sending", "Unknown"] }));
    }

    [Fact]
    public async Task Of_a_killed_run_only_what_was_not_settled_is_unknown()
    {
        RunSummary dead = Summary();
        IJournalRun run = Begin(Open(), dead);
        await run.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        await run.SettleAsync([Settled(Sync("A2"), Outcome.Accepted, reference: "R2"), Settled(Sync("A4"), Outcome.Rejected)]);
        await run.ClaimAsync([Sync("B1"), Sync("B2")]);
        await run.SettleAsync([Settled(Sync("B1"), Outcome.Accepted), Settled(Sync("B2"), Outcome.Accepted)]);
        LetDie(dead);
        Check(Open());
        Check(Open());

        static void Check(IJournal journal)
        {
            Assert.Equal(["A5", "A3", "A1"], Found(journal, new JournalQuery { Outcomes = ["Unknown"] }));
            Assert.Equal(["B2", "B1", "A2"], Found(journal, new JournalQuery { Outcomes = ["Accepted"] }));
            Assert.Equal("R2", Only(journal, "A2").Reference);
            Assert.Equal("Rejected", Only(journal, "A4").Outcome);
        }
    }

    [Fact]
    public async Task Mixed_batches_are_found_by_every_restriction()
    {
        IJournal journal = Open();
        RunSummary first = Summary();
        IJournalRun one = Begin(journal, first, new SendRules(ResendAccepted: true));
        await one.ClaimAsync([Sync("A1"), Sync("A2"), Sync("A3")]);
        await one.SettleAsync([Settled(Sync("A1"), Outcome.Accepted), Settled(Sync("A2"), Outcome.Unknown), Settled(Sync("A3"), Outcome.Accepted)]);
        Time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset later = Time.GetUtcNow();
        RunSummary second = Summary();
        IJournalRun two = Begin(journal, second, new SendRules(ResendAccepted: true));
        await two.ClaimAsync([Sync("B1"), Sync("A1"), Sync("B2")]);
        await two.SettleAsync([Settled(Sync("B1"), Outcome.Unknown), Settled(Sync("A1"), Outcome.Accepted)]);

        Assert.Equal(["B2", "A1", "B1", "A3", "A2"], Found(journal, new JournalQuery()));
        Assert.Equal(["A1", "B1", "A3"], Found(journal, new JournalQuery { Skip = 1, First = 3 }));
        Assert.Equal(["B1", "A2"], Found(journal, new JournalQuery { Outcomes = ["Unknown"] }));
        Assert.Equal(["B2", "B1", "A2"], Found(journal, new JournalQuery { Outcomes = ["Unknown", "Sending"] }));
        Assert.Equal(["B2"], Found(journal, new JournalQuery { Outcomes = ["Sending"] }));
        Assert.Equal(["A2"], Found(journal, new JournalQuery { Outcomes = ["Unknown"], Until = later }));
        Assert.Equal(["A1"], Found(journal, new JournalQuery { Outcomes = ["Accepted"], Since = later }));
        Assert.Equal(["A3", "A2"], Found(journal, new JournalQuery { RunId = first.RunId }));
        Assert.Equal(["B2", "A1", "B1"], Found(journal, new JournalQuery { RunId = second.RunId }));
        Assert.Equal(["A3", "A2"], Found(journal, new JournalQuery { Until = later }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_update_twice_in_a_batch_counts_twice_and_ends_with_the_later_word(bool together)
    {
        RunSummary summary = Summary();
        IJournal journal = Open();
        IJournalRun run = Begin(journal, summary);
        Assert.All(await run.ClaimAsync([Update("A1", 1), Update("A2"), Update("A1", 2)]), answer => Assert.Equal(ClaimKind.Send, answer.Kind));
        SettledOrder[] words = [Settled(Update("A1"), Outcome.Accepted, "one", "R1"), Settled(Update("A2"), Outcome.Accepted, "one", "R2"), Settled(Update("A1"), Outcome.Rejected, "two")];
        foreach (SettledOrder[] part in together ? [words] : words.Select(word => new[] { word }))
        {
            Assert.Empty(await run.SettleAsync(part));
        }

        Assert.Equal(("Rejected", "two", null, 2, 0UL), Word(Only(journal, "A1")));
        Assert.Equal(("Accepted", "one", "R2", 1, 1UL), Word(Only(journal, "A2")));
        Assert.Equal("3 in = 2 Accepted + 1 Rejected", Run(journal, summary).Counts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_update_in_two_batches_ends_with_the_later_word(bool laterFirst)
    {
        RunSummary summary = Summary();
        IJournal journal = Open();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([Update("A1", 1), Update("A2")]);
        await run.ClaimAsync([Update("A1", 2), Update("A3")]);
        IReadOnlyList<SettledOrder[]> batches =
        [
            [Settled(Update("A1"), Outcome.Accepted, "first batch", "R1"), Settled(Update("A2"), Outcome.Accepted, "first batch", "R2")],
            [Settled(Update("A1"), Outcome.Accepted, "second batch", "R3"), Settled(Update("A3"), Outcome.Accepted, "second batch", "R4")],
        ];
        foreach (SettledOrder[] batch in laterFirst ? batches.Reverse() : batches)
        {
            Assert.Empty(await run.SettleAsync(batch));
        }

        Assert.Equal(laterFirst ? ("Accepted", "first batch", "R1", 2, 0UL) : ("Accepted", "second batch", "R3", 2, 0UL), Word(Only(journal, "A1")));
        Assert.Equal(("Accepted", "first batch", "R2", 1, 1UL), Word(Only(journal, "A2")));
        Assert.Equal(("Accepted", "second batch", "R4", 1, 1UL), Word(Only(journal, "A3")));
        Assert.Equal("4 in = 4 Accepted", Run(journal, summary).Counts);
        Assert.Equal(0, journal.Count(new JournalQuery { Outcomes = ["Sending"] }));
    }

    [Theory]
    [InlineData(Outcome.NotSent, Outcome.Accepted, "Accepted")]
    [InlineData(Outcome.Accepted, Outcome.NotSent, "Accepted")]
    [InlineData(Outcome.Invalid, Outcome.Accepted, "Accepted")]
    [InlineData(Outcome.Accepted, Outcome.Invalid, "Accepted")]
    [InlineData(Outcome.NotSent, Outcome.Invalid, "Rejected")]
    public async Task Of_two_batches_with_the_same_update_one_that_did_nothing_has_no_say(Outcome first, Outcome second, string ends)
    {
        RunSummary before = Summary();
        IJournal journal = Open();
        await Send(Begin(journal, before), Update("A1"), Outcome.Rejected, "before");
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([Update("A1", 1), Update("A2")]);
        await run.ClaimAsync([Update("A1", 2), Update("A3")]);
        Assert.Empty(await run.SettleAsync([Settled(Update("A1"), first, "now"), Settled(Update("A2"), Outcome.Accepted)]));
        Assert.Empty(await run.SettleAsync([Settled(Update("A1"), second, "now"), Settled(Update("A3"), Outcome.Accepted)]));
        Assert.Equal((ends, ends == "Rejected" ? "before" : "now", 3), (Only(journal, "A1").Outcome, Only(journal, "A1").Message, Only(journal, "A1").Attempts));
        Assert.Equal(ends == "Rejected" ? before.RunId : summary.RunId, Only(journal, "A1").RunId);
        Assert.Equal(4, Run(journal, summary).In);
        Assert.True(await run.RenewAsync());
    }

    [Fact]
    public async Task What_is_asked_again_while_an_earlier_request_is_under_way_ends_with_the_last_that_did_something()
    {
        IJournal journal = Open();
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([Update("A1", 1)]);
        await run.ClaimAsync([Update("A1", 2)]);
        Assert.Empty(await run.SettleAsync([Settled(Update("A1"), Outcome.Accepted, "one")]));
        await run.ClaimAsync([Update("A1", 3), Update("A2")]);
        Assert.Empty(await run.SettleAsync([Settled(Update("A1"), Outcome.NotSent, "two")]));
        Assert.Equal("Sending", Only(journal, "A1").Outcome);
        Assert.Empty(await run.SettleAsync([Settled(Update("A1"), Outcome.Rejected, "three"), Settled(Update("A2"), Outcome.Rejected, "three")]));
        Assert.Equal(("Rejected", "three", 3), (Only(journal, "A1").Outcome, Only(journal, "A1").Message, Only(journal, "A1").Attempts));
        Assert.Equal("4 in = 1 Accepted + 2 Rejected + 1 NotSent", Run(journal, summary).Counts);
        Assert.True(await run.RenewAsync());
    }

    [Fact]
    public async Task What_a_run_claims_after_all_was_removed_is_still_found_by_it()
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Accepted);
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await Send(run, Sync("A2"), Outcome.Accepted);
        Assert.Equal(2, journal.Remove(new RemovalQuery(Keys: ["A1", "A2"])).Orders);
        await Send(run, Sync("A3"), Outcome.Accepted);
        Assert.Equal(["A3"], Found(journal, new JournalQuery { RunId = summary.RunId }));

        run.End(summary);
        Time.Advance(TimeSpan.FromDays(1));
        await Claim(Begin(journal, rules: new SendRules(ResendAccepted: true)), Sync("A4"));
        journal.Remove(new RemovalQuery(Before: Time.GetUtcNow().AddHours(-1)));
        Assert.Equal(["A4"], Found(journal, new JournalQuery()));
    }

    private static (string, string, string?, int, ulong) Word(JournalEntry entry) => (entry.Outcome, entry.Message, entry.Reference, entry.Attempts, entry.Content);

    private static List<string> Found(IJournal journal, JournalQuery query)
    {
        List<string> keys = [.. journal.Find(query).Select(entry => entry.Key)];
        Assert.Equal(query.First is null ? keys.Count : journal.Count(query with { First = null, Skip = 0 }), journal.Count(query));
        return keys;
    }
}
