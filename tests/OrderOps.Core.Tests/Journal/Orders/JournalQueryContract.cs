using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>How orders are found.</summary>
public abstract class JournalQueryContract : JournalContract
{
    [Fact]
    public async Task The_one_sent_last_comes_first_page_after_page()
    {
        IJournal journal = Open();
        IJournalRun run = Begin(journal);
        for (int batch = 0; batch < 60; batch++)
        {
            // Two batches at the same moment, too.
            Time.Advance(TimeSpan.FromSeconds(batch % 2));
            await run.ClaimAsync([.. Enumerable.Range(0, 25).Select(i => Sync($"A{batch:00}-{i:00}"))]);
        }

        string[] expected = [.. Enumerable.Range(0, 60).SelectMany(batch => Enumerable.Range(0, 25).Select(i => $"A{batch:00}-{i:00}")).Reverse()];
        Assert.Equal(expected, journal.Find(new JournalQuery()).Select(entry => entry.Key));
        Assert.Equal(expected.Skip(700).Take(600), journal.Find(new JournalQuery { Skip = 700, First = 600 }).Select(entry => entry.Key));
        Assert.Equal(1500, journal.Count(new JournalQuery { Skip = 700, First = 600 }));
        Assert.Empty(journal.Find(new JournalQuery { Skip = 1500 }));
        Assert.Empty(journal.Find(new JournalQuery { First = 0 }));
    }

    [Fact]
    public async Task Each_restriction_restricts()
    {
        IJournal journal = Open();
        RunSummary first = Summary();
        RunSummary second = Summary("Other", "https://staging.example", "External");
        IJournalRun one = Begin(journal, first);
        await Send(one, Sync("A1"), Outcome.Accepted);
        await Send(one, Update("A2"), Outcome.Unknown);
        Time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset later = Time.GetUtcNow();
        await Send(Begin(journal, second), Sync("A3"), Outcome.Rejected);

        Assert.Equal("A3", Found(new JournalQuery { Service = "external" }));
        Assert.Equal("A2", Found(new JournalQuery { Operation = "update" }));
        Assert.Equal("A3", Found(new JournalQuery { Account = "other" }));
        Assert.Equal("A3", Found(new JournalQuery { BaseAddress = "https://STAGING.example/" }));
        Assert.Equal("A3 A1", Found(new JournalQuery { Outcomes = ["accepted", "Rejected"] }));
        Assert.Equal("A2", Found(new JournalQuery { Outcomes = ["Unknown"] }));
        Assert.Equal("A2 A1", Found(new JournalQuery { RunId = first.RunId }));
        Assert.Equal("A3", Found(new JournalQuery { Since = later }));
        Assert.Equal("A2 A1", Found(new JournalQuery { Until = later }));
        Assert.Equal("A1", Found(new JournalQuery { Keys = ["A1", "A3", "A1", "none"], Service = "Itl" }));
        Assert.Equal("", Found(new JournalQuery { RunId = "none" }));
        Assert.Equal("", Found(new JournalQuery { Service = "none" }));
        Assert.Equal("", Found(new JournalQuery { Outcomes = ["Skipped"] }));
        Assert.Equal("A2", Found(new JournalQuery { Keys = ["A1", "A2"], Outcomes = ["Unknown"] }));
        Assert.Equal("A1", Found(new JournalQuery { Keys = ["A1", "A2", "A3"], Skip = 2, First = 1 }), ignoreCase: false);

        string Found(JournalQuery query)
        {
            string[] keys = [.. journal.Find(query).Select(entry => entry.Key)];
            Assert.Equal(query.Skip > 0 ? 3 : keys.Length, journal.Count(query));
            return string.Join(" ", keys);
        }
    }

    [Fact]
    public async Task A_key_is_found_in_every_meaning_and_every_scope()
    {
        IJournal journal = Open();
        await Begin(journal).ClaimAsync([Sync("A/1"), Sync("A", part: "1"), Sync("A"), Update("A/1")]);
        await Begin(journal, Summary("other")).ClaimAsync([Sync("A/1")]);
        Assert.Equal(4, journal.Count(new JournalQuery { Keys = ["A/1"] }));
        Assert.Equal(4, journal.Find(new JournalQuery { Keys = ["A/1"] }).Count());
        Assert.Equal("A", Only(journal, "A").Key);
    }

    [Fact]
    public async Task What_a_dead_run_had_in_hand_is_found_as_unknown_and_else_as_sending()
    {
        IJournal journal = Open();
        RunSummary dead = Summary();
        await Claim(Begin(journal, dead), Sync("A1"));
        await Claim(Begin(journal), Sync("A2"));
        LetDie(dead);
        Assert.Equal("A1", Assert.Single(journal.Find(new JournalQuery { Outcomes = ["Unknown"] })).Key);
        Assert.Equal("A2", Assert.Single(journal.Find(new JournalQuery { Outcomes = ["Sending"] })).Key);
        Assert.Equal(2, journal.Count(new JournalQuery { Outcomes = ["Sending", "Unknown"] }));
        Assert.Equal(1, journal.Count(new JournalQuery { Outcomes = ["Unknown", "Accepted"] }));
    }

    [Fact]
    public async Task A_run_whose_clock_was_set_back_has_all_its_orders()
    {
        StillTimeProvider clock = new(Time.GetUtcNow());
        IJournal journal = Open(clock);
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await Claim(run, Sync("A1"));
        clock.Advance(TimeSpan.FromHours(-1));
        await Claim(run, Sync("A2"));
        Assert.Equal(2, journal.Count(new JournalQuery { RunId = summary.RunId }));
        run.End(summary);
        Assert.Equal(2, journal.Count(new JournalQuery { Outcomes = ["Unknown"] }));
    }

    [Fact]
    public async Task What_is_typed_is_never_part_of_a_statement()
    {
        IJournal journal = Open();
        await Claim(Begin(journal), Sync("A' OR '1'='1"));
        Assert.Equal("A' OR '1'='1", Only(journal, "A' OR '1'='1").Key);
        Assert.Empty(journal.Find(new JournalQuery { Service = "x' OR '1'='1" }));
        Assert.Empty(journal.FindRuns(new RunQuery { Service = "x' OR '1'='1" }));
    }

    [Fact]
    public async Task The_accounts_of_an_address_are_known()
    {
        IJournal journal = Open();
        await Begin(journal, Summary("one")).ClaimAsync([Sync("A1"), Update("A1")]);
        await Claim(Begin(journal, Summary("two")), Sync("A1"));
        await Claim(Begin(journal, Summary("three", "https://staging.example")), Sync("A1"));
        IJournalRun refused = Begin(journal, Summary("four"));
        await Claim(refused, Sync("A1"));
        await refused.SettleAsync([Settled(Sync("A1"), Outcome.NotSent)]);
        Assert.Equal(["one", "two"], journal.Accounts("itl", "https://api.example/v1/").OrderBy(name => name));
        Assert.Empty(journal.Accounts("External", "https://api.example/v1"));
    }

    [Fact]
    public void The_same_credentials_have_the_same_name_and_others_another()
    {
        IJournal journal = Open();
        string name = journal.Fingerprint(["token", "key"]);
        Assert.Matches("^key:[0-9a-f]{16}$", name);
        Assert.Equal(name, Open().Fingerprint(["token", "key"]));
        Assert.NotEqual(name, journal.Fingerprint(["token", "kez"]));
        Assert.NotEqual(journal.Fingerprint(["ab", "c"]), journal.Fingerprint(["a", "bc"]));
    }
}
