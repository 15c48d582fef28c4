using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>Orders of an earlier batch that are claimed again, taken over, settled by hand or removed: the others of it stand as they stood.</summary>
public abstract class JournalReclaimContract : JournalContract
{
    private static readonly IReadOnlyList<string> Keys = ["A1", "A2", "A3", "A4"];
    private static readonly TimeSpan OverALease = Lease + TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("A1 A2 A3 A4")]
    [InlineData("A2 A4")]
    [InlineData("A3")]
    public async Task What_is_accepted_again_has_the_later_word_and_comes_first(string again)
    {
        IJournal journal = Open();
        await SendAllAsync(journal);
        Dictionary<string, string> before = Lines(journal);
        Time.Advance(TimeSpan.FromHours(1));
        RunSummary second = Summary();
        IJournalRun run = Begin(journal, second, new SendRules(ResendAccepted: true));
        IReadOnlyList<string> some = again.Split(' ');
        await run.ClaimAsync([.. some.Select(key => Sync(key, 2))]);
        await run.SettleAsync([.. some.Select(key => Settled(Sync(key, 2), Outcome.Accepted, "later", "S-" + key))]);

        IReadOnlyList<string> others = [.. Keys.Except(some)];
        Assert.Equal(some.Reverse().Concat(others.Reverse()), journal.Find(new JournalQuery()).Select(entry => entry.Key));
        Assert.All(others, key => Assert.Equal(before[key], Lines(journal)[key]));
        Assert.All(some, key =>
        {
            JournalEntry entry = Only(journal, key);
            Assert.Equal(("later", "S-" + key, 2, second.RunId, 2UL), (entry.Message, entry.Reference, entry.Attempts, entry.RunId, entry.Content));
            Assert.Equal(Time.GetUtcNow().AddHours(-1), entry.FirstSent);
        });
    }

    [Theory]
    [InlineData("A1 A2 A3 A4", Outcome.NotSent, false)]
    [InlineData("A2 A4", Outcome.NotSent, false)]
    [InlineData("A2 A4", Outcome.Rejected, false)]
    [InlineData("A1 A2 A3 A4", Outcome.Invalid, true)]
    [InlineData("A2 A4", Outcome.NotSent, true)]
    [InlineData("A4", Outcome.Rejected, true)]
    public async Task What_was_not_sent_again_stands_as_before(string again, Outcome later, bool removed)
    {
        IJournal journal = Open();
        RunSummary first = await SendAllAsync(journal);
        Dictionary<string, string> before = Lines(journal);
        Time.Advance(TimeSpan.FromHours(1));
        IJournalRun run = Begin(journal, rules: new SendRules(ResendAccepted: true));
        IReadOnlyList<string> some = again.Split(' ');
        await run.ClaimAsync([.. some.Select(key => Sync(key, 2)), Sync("B1")]);
        IReadOnlyList<string> others = [.. Keys.Except(some)];
        if (removed)
        {
            Assert.Equal(others.Count, journal.Remove(new RemovalQuery(Before: Time.GetUtcNow())).Orders);
        }

        Assert.Empty(await run.SettleAsync([Settled(Sync("B1"), Outcome.Accepted), .. some.Select(key => Settled(Sync(key, 2), later, "not now", "S-" + key, attempts: 0))]));
        IReadOnlyList<string> left = removed ? some : Keys;
        Assert.Equal(["B1", .. left.Reverse()], journal.Find(new JournalQuery()).Select(entry => entry.Key));
        Assert.All(left, key => Assert.Equal(before[key], Lines(journal)[key]));
        Assert.Equal(left.Reverse(), journal.Find(new JournalQuery { RunId = first.RunId }).Select(entry => entry.Key));
        Assert.Equal(left.Count, journal.Count(new JournalQuery { Until = Time.GetUtcNow() }));
        Assert.Equal(1, journal.Count(new JournalQuery { Since = Time.GetUtcNow() }));
        Assert.Equal(left.Count + 1, journal.Count(new JournalQuery { Outcomes = ["Accepted"] }));
    }

    [Fact]
    public async Task Of_a_silent_runs_batch_the_takers_word_stands_and_the_others_are_its_own()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun silent = Begin(Open(paused));
        await silent.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        Time.Advance(OverALease);
        RunSummary taker = Summary();
        IJournal journal = Open();
        IJournalRun run = Begin(journal, taker, new SendRules(ResendUnknown: true));
        await run.ClaimAsync([Sync("A2"), Sync("A4")]);
        await run.SettleAsync([Settled(Sync("A4"), Outcome.Accepted, "the taker's word", "T4")]);

        Assert.Equal([0, 2], await silent.SettleAsync([.. Keys.Reverse().Select(key => Settled(Sync(key), Outcome.Accepted, "the silent one's", "S-" + key))]));
        Assert.Equal(("Accepted", "the silent one's", "S-A1"), Word(journal, "A1"));
        Assert.Equal(("Sending", "", null), Word(journal, "A2"));
        Assert.Equal(("Accepted", "the silent one's", "S-A3"), Word(journal, "A3"));
        Assert.Equal(("Accepted", "the taker's word", "T4"), Word(journal, "A4"));
        Assert.Empty(await run.SettleAsync([Settled(Sync("A2"), Outcome.Rejected, "the taker's word")]));
        Assert.Equal(["A4", "A2"], journal.Find(new JournalQuery { RunId = taker.RunId }).Select(entry => entry.Key));
    }

    [Fact]
    public async Task What_a_taker_did_not_send_is_unknown_and_the_silent_run_may_still_say_what_became_of_it()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        RunSummary first = Summary();
        IJournalRun silent = Begin(Open(paused), first);
        await silent.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        Time.Advance(OverALease);
        IJournal journal = Open();
        IJournalRun run = Begin(journal, rules: new SendRules(ResendUnknown: true));
        await run.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        await run.SettleAsync([.. Keys.Select(key => Settled(Sync(key), Outcome.NotSent, "breaker"))]);
        Assert.All(Keys, key => Assert.Equal(("Unknown", first.RunId), (Only(journal, key).Outcome, Only(journal, key).RunId)));
        Assert.Empty(await silent.SettleAsync([.. Keys.Select(key => Settled(Sync(key), Outcome.Accepted, "late", "S-" + key))]));
        Assert.All(Keys, key => Assert.Equal(("Accepted", "late", "S-" + key), Word(journal, key)));
        Assert.Equal(Keys.Reverse(), journal.Find(new JournalQuery()).Select(entry => entry.Key));
    }

    [Fact]
    public async Task A_person_settles_one_order_of_a_silent_runs_batch()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun silent = Begin(Open(paused));
        await silent.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        Time.Advance(OverALease);
        IJournal journal = Open();
        Assert.NotNull(journal.Resolve(Only(journal, "A3"), Outcome.NotSent, "ann@desk", "not there"));
        Assert.Equal(3, journal.Count(new JournalQuery { Outcomes = ["Unknown"] }));
        Assert.Equal([2], await silent.SettleAsync([.. Keys.Select(key => Settled(Sync(key), Outcome.Accepted, "late", "S-" + key))]));
        Assert.Equal(("NotSent", "ann@desk"), (Only(journal, "A3").Outcome, Only(journal, "A3").ResolvedBy));
        Assert.All(["A1", "A2", "A4"], key => Assert.Equal(("Accepted", "late", "S-" + key), Word(journal, key)));
    }

    [Fact]
    public async Task A_person_settles_one_order_of_a_batch_that_ended_otherwise()
    {
        IJournal journal = Open();
        await SendAllAsync(journal);
        Dictionary<string, string> before = Lines(journal);
        JournalEntry now = journal.Resolve(Only(journal, "A2"), Outcome.NotSent, "ann@desk", "sent back")!;
        Assert.Equal(("NotSent", "R-A2", 1), (now.Outcome, now.Reference, now.Attempts));
        Assert.All(["A1", "A3", "A4"], key => Assert.Equal(before[key], Lines(journal)[key]));
        Assert.Equal(3, journal.Count(new JournalQuery { Outcomes = ["Accepted"] }));
    }

    [Fact]
    public async Task Those_that_are_removed_take_nothing_of_the_others_with_them()
    {
        IJournal journal = Open();
        await SendAllAsync(journal);
        Dictionary<string, string> before = Lines(journal);
        Assert.Equal(2, journal.Remove(new RemovalQuery(Keys: ["A1", "A3"])).Orders);
        Assert.Equal(["A4", "A2"], journal.Find(new JournalQuery()).Select(entry => entry.Key));
        Assert.All(["A2", "A4"], key => Assert.Equal(before[key], Lines(journal)[key]));

        // What comes anew knows nothing of the removed ones.
        await Send(Begin(journal), Sync("A3"), Outcome.Rejected, "anew");
        Assert.Equal(("Rejected", "anew", null), Word(journal, "A3"));
        Assert.Equal(1, Only(journal, "A3").Attempts);
    }

    [Fact]
    public async Task Those_of_a_silent_run_that_are_removed_are_lost_and_the_others_settled()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournalRun silent = Begin(Open(paused));
        await silent.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        Time.Advance(OverALease);
        IJournal journal = Open();
        Assert.Equal(1, journal.Remove(new RemovalQuery(Keys: ["A1"])).Orders);
        Assert.Equal([0], await silent.SettleAsync([.. Keys.Select(key => Settled(Sync(key), Outcome.Accepted, "late", "S-" + key))]));
        Assert.Equal(["A4", "A3", "A2"], journal.Find(new JournalQuery { Outcomes = ["Accepted"] }).Select(entry => entry.Key));
        Assert.All(["A2", "A3", "A4"], key => Assert.Equal(("Accepted", "late", "S-" + key), Word(journal, key)));
    }

    [Fact]
    public async Task What_a_silent_run_says_of_a_removed_batch_is_never_said_of_its_next_one()
    {
        StillTimeProvider paused = new(Time.GetUtcNow());
        IJournal own = Open(paused);
        IJournalRun silent = Begin(own);
        await silent.ClaimAsync([Sync("A1")]);
        Time.Advance(OverALease);
        Assert.Equal(1, Open().Remove(new RemovalQuery(Keys: ["A1"])).Orders);
        await silent.ClaimAsync([Sync("A2")]);
        Assert.Equal([0], await silent.SettleAsync([Settled(Sync("A1"), Outcome.Accepted, "of A1")]));
        Assert.Equal("Sending", Only(own, "A2").Outcome);
        Assert.Empty(await silent.SettleAsync([Settled(Sync("A2"), Outcome.Rejected, "of A2")]));
        Assert.Equal(("Rejected", "of A2", null), Word(own, "A2"));
    }

    private static (string, string, string?) Word(IJournal journal, string key) => (Only(journal, key).Outcome, Only(journal, key).Message, Only(journal, key).Reference);

    private static Dictionary<string, string> Lines(IJournal journal) => journal.Find(new JournalQuery()).ToDictionary(
        entry => entry.Key,
        entry => FormattableString.Invariant(
            $"{entry} {entry.Message} {entry.Reference} {entry.Attempts} {entry.Batch} {entry.StatusCode} {entry.RunId} {entry.FirstSent:O} {entry.Sent:O} {entry.Settled:O} {entry.Content}"));

    private async Task<RunSummary> SendAllAsync(IJournal journal)
    {
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([.. Keys.Select(key => Sync(key))]);
        Assert.Empty(await run.SettleAsync([.. Keys.Select(key => Settled(Sync(key), Outcome.Accepted, "all well", "R-" + key))]));
        return summary;
    }
}
