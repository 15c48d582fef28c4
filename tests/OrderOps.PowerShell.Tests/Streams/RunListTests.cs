using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Streams;
using Xunit;

namespace OrderOps.PowerShell.Tests.Streams;

public sealed class RunListTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    // The session's in the order in which they began, the journal's the newest first; a run is its hour and its service's initial.
    [Theory]
    [InlineData("", "", "")]
    [InlineData("1I 3I", "", "3I 1I")]
    [InlineData("", "4I 2I", "4I 2I")]
    [InlineData("1I 3I 5I", "4I 2I", "5I 4I 3I 2I 1I")]
    [InlineData("2I 4I", "5I 4I 3I 2I 1I", "5I 4I 3I 2I 1I")]
    public void Lists_the_newest_first_and_a_run_that_both_know_once(string session, string journal, string listed) =>
        Assert.Equal(listed, Names(RunList.Of(Runs(session), Runs(journal), new RunQuery())));

    [Fact]
    public void Gives_the_session_s_own_object_for_a_run_that_both_know()
    {
        RunSummary[] session = Runs("2I");
        Assert.Same(session[0], RunList.Of(session, Runs("3I 2I 1I"), new RunQuery()).ElementAt(1));
    }

    [Fact]
    public void Asks_the_session_what_the_journal_was_asked()
    {
        RunSummary[] session = Runs("1I 2E 3I 4E 5I");
        Assert.Equal("5I 3I 1I", Names(RunList.Of(session, [], new RunQuery { Service = "Itl" })));
        Assert.Equal("5I 4E 3I", Names(RunList.Of(session, [], new RunQuery { Since = Midnight.AddHours(3) })));
        Assert.Equal("2E 1I", Names(RunList.Of(session, [], new RunQuery { Until = Midnight.AddHours(3) })));
    }

    [Theory]
    [InlineData(0L, null, "5I 4I 3I 2I 1I")]
    [InlineData(2L, null, "3I 2I 1I")]
    [InlineData(1L, 2L, "4I 3I")]
    [InlineData(0L, 0L, "")]
    [InlineData(9L, 9L, "")]
    public void Pages_the_whole_list(long skip, long? first, string listed) =>
        Assert.Equal(listed, Names(RunList.Of(Runs("1I 3I 5I"), Runs("4I 2I"), new RunQuery { Skip = skip, First = first })));

    [Fact]
    public void Reads_no_more_of_the_journal_than_is_taken()
    {
        int read = 0;
        IEnumerable<RunSummary> journal = Runs("9I 8I 7I 6I").Select(run =>
        {
            read++;
            return run;
        });
        Assert.Equal("9I 8I", Names(RunList.Of([], journal, new RunQuery { First = 2 })));
        Assert.Equal(2, read);
    }

    private static string Names(IEnumerable<RunSummary> runs) => string.Join(" ", runs.Select(run => run.RunId));

    private static RunSummary[] Runs(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Run).ToArray();

    private static RunSummary Run(string name) => new(name)
    {
        Started = Midnight.AddHours(name[0] - '0'),
        Service = name[1] == 'I' ? "Itl" : "External",
    };
}
