using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What is known of runs.</summary>
public abstract class JournalRunContract : JournalContract
{
    [Fact]
    public void A_run_that_ended_is_as_it_was_written()
    {
        IJournal journal = Open();
        RunSummary written = Summary();
        written.Connection = "shop";
        written.Environment = "Staging";
        written.Note = "new journal";
        IJournalRun run = Begin(journal, written);
        written.In = 10;
        written.Requests = 3;
        written.BlankRows = 2;
        written.UnreadFiles = 1;
        written.SetCount(Outcome.Accepted, 7);
        written.SetCount(Outcome.Skipped, 3);
        written.Ended = Time.GetUtcNow().AddMinutes(1);
        written.EndedBy = "Failed";
        written.Failure = "credentials";
        written.ConfigurationFailed = true;
        run.End(written);

        RunSummary read = Run(Open(), written);
        Assert.Equal("10 in = 7 Accepted + 3 Skipped", read.Counts);
        Assert.Equal(("Send-ItlOrderSync", "Itl", "https://api.example/v1", "shop"), (read.Command, read.Service, read.BaseAddress, read.Account));
        Assert.Equal(("shop", "Staging", "new journal", "1.0.0"), (read.Connection, read.Environment, read.Note, read.ModuleVersion));
        Assert.Equal((written.Host, journal.Location), (read.Host, read.Journal));
        Assert.Equal((written.Started, written.Ended), (read.Started, read.Ended));
        Assert.Equal(("Failed", "credentials", true, 3), (read.EndedBy, read.Failure, read.ConfigurationFailed, read.ExitCode));
        Assert.Equal((3, 2, 1), (read.Requests, read.BlankRows, read.UnreadFiles));
    }

    [Fact]
    public async Task A_run_under_way_counts_what_it_has()
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1"), Outcome.Accepted);
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([Sync("A1"), Sync("A2"), Sync("A3")]);
        await run.SettleAsync([Settled(Sync("A2"), Outcome.Rejected)]);
        RunSummary read = Run(Open(), summary);
        Assert.Equal(("Running", 3L, 1L, 1L, 0L), (read.EndedBy, read.In, read.Skipped, read.Rejected, read.Unknown));
        Assert.Null(read.Ended);
    }

    [Fact]
    public async Task A_killed_run_is_seen_as_killed_and_what_it_had_in_hand_as_unknown()
    {
        IJournal journal = Open();
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([Sync("A1"), Sync("A2"), Sync("A3")]);
        await run.SettleAsync([Settled(Sync("A2"), Outcome.Accepted)]);
        LetDie(summary);
        Check(Run(journal, summary));

        // The next one to open it writes it down.
        Check(Run(Open(), summary));

        static void Check(RunSummary read)
        {
            Assert.Equal(("Killed", 1), (read.EndedBy, read.ExitCode));
            Assert.Equal("3 in = 1 Accepted + 2 Unknown", read.Counts);
        }
    }

    [Fact]
    public async Task Opening_writes_down_what_a_dead_run_left_as_being_sent()
    {
        RunSummary summary = Summary();
        await Claim(Begin(Open(), summary), Sync("A1"));
        LetDie(summary);
        IJournal journal = Open();

        // Its row is settled: not even a run whose id looks alive again has it.
        Assert.Equal("Unknown", Only(journal, "A1").Outcome);
        Assert.Equal("Unknown", Assert.Single(journal.Find(new JournalQuery { Outcomes = ["Unknown"] })).Outcome);
    }

    [Fact]
    public async Task What_a_run_still_holds_at_its_end_is_unknown()
    {
        IJournal journal = Open();
        RunSummary summary = Summary();
        IJournalRun run = Begin(journal, summary);
        await Claim(run, Sync("A1"));
        summary.EndedBy = "Stopped";
        run.End(summary);
        Assert.Equal("Unknown", Only(journal, "A1").Outcome);
    }

    [Fact]
    public void Runs_are_found_the_newest_first_by_each_restriction()
    {
        IJournal journal = Open();
        RunSummary[] runs = [.. Enumerable.Range(0, 250).Select(i =>
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            RunSummary summary = Summary(service: i % 2 == 0 ? "Itl" : "External");
            Begin(journal, summary).End(summary);
            return summary;
        })];
        string[] ids = [.. runs.Select(run => run.RunId).Reverse()];
        Assert.Equal(ids, Found(new RunQuery()));
        Assert.Equal(ids.Skip(10).Take(220), Found(new RunQuery { Skip = 10, First = 220 }));
        Assert.Equal(125, Found(new RunQuery { Service = "itl" }).Length);
        Assert.Equal(ids.Take(10), Found(new RunQuery { Since = runs[240].Started }));
        Assert.Equal([ids[249]], Found(new RunQuery { Until = runs[1].Started }));
        Assert.Equal([ids[3], ids[7]], Found(new RunQuery { RunIds = [ids[7], ids[3], "none"] }));

        string[] Found(RunQuery query) => [.. journal.FindRuns(query).Select(run => run.RunId)];
    }
}
