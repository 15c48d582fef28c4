using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Batching.Journaled;

/// <summary>As whom a run is written down.</summary>
public sealed class RunJournalTests
{
    [Theory]
    [InlineData("Main", "Main")]
    [InlineData(null, "key:6")]
    public void The_account_is_what_was_said_or_a_fingerprint_and_stands_in_the_summary(string? said, string account)
    {
        RunSummary summary = new() { Service = "Test", BaseAddress = "https://service.test/" };
        (IJournalRun run, string? warning) = new RunJournal(new MemoryJournal(), new SendRules(), said).Begin(summary, ["secret"], ManualTimeProvider.Start);
        using (run)
        {
            Assert.Equal((account, "/journal.db", ManualTimeProvider.Start), (summary.Account, summary.Journal, summary.Started));
            Assert.Null(warning);
            Assert.Matches(@"^\d+\.\d+\.\d+$", summary.ModuleVersion);
        }
    }

    [Theory]
    [InlineData("key:2", new string[0], false)]
    [InlineData("key:2", new[] { "key:2" }, false)]
    [InlineData("key:2", new[] { "key:1", "key:2" }, false)]
    [InlineData("key:2", new[] { "Main" }, false)]
    [InlineData("key:2", new[] { "Main", "key:1" }, true)]
    public void New_credentials_are_warned_of_where_the_journal_knows_others(string account, string[] known, bool warned)
    {
        string? warning = RunJournal.NewCredentials(account, known);

        Assert.Equal(warned, warning is not null);
        if (warned)
        {
            Assert.Contains("-Account key:1", warning);
        }
    }
}
