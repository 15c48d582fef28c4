using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;
using static OrderOps.Tests.Batching.Journaled.JournalRig;

namespace OrderOps.Tests.Batching.Journaled;

/// <summary>What a later run does with each earlier outcome.</summary>
public sealed class EarlierOutcomeTests
{
    [Theory]
    [InlineData(Outcome.Accepted, "", "Skipped")]
    [InlineData(Outcome.Accepted, "Unknown", "Skipped")]
    [InlineData(Outcome.Accepted, "Accepted", "sent")]
    [InlineData(Outcome.Duplicate, "", "Skipped")]
    [InlineData(Outcome.Duplicate, "Unknown", "Skipped")]
    [InlineData(Outcome.Duplicate, "Accepted", "sent")]
    [InlineData(Outcome.Rejected, "", "sent")]
    [InlineData(Outcome.Unknown, "", "Unknown")]
    [InlineData(Outcome.Unknown, "Accepted", "Unknown")]
    [InlineData(Outcome.Unknown, "Unknown", "sent")]
    [InlineData(Outcome.Unknown, "Unknown Accepted", "sent")]
    [InlineData(Outcome.NotSent, "", "sent")]
    public async Task A_sync_or_create(Outcome earlier, string resend, string then) =>
        Assert.Equal(then, await Later(earlier, resend, Once("A"), Once("A")));

    [Theory]
    [InlineData(Outcome.Accepted, "", "sent")]
    [InlineData(Outcome.Accepted, "SkipUnchanged", "Skipped")]
    [InlineData(Outcome.Accepted, "SkipUnchanged Accepted", "sent")]
    [InlineData(Outcome.Duplicate, "", "sent")]
    [InlineData(Outcome.Duplicate, "SkipUnchanged", "Skipped")]
    [InlineData(Outcome.Rejected, "SkipUnchanged", "sent")]
    [InlineData(Outcome.Unknown, "", "sent")]
    [InlineData(Outcome.Unknown, "SkipUnchanged", "sent")]
    [InlineData(Outcome.NotSent, "SkipUnchanged", "sent")]
    public async Task What_may_be_repeated(Outcome earlier, string rules, string then) =>
        Assert.Equal(then, await Later(earlier, rules, Repeatable("A"), Repeatable("A")));

    [Fact]
    public async Task Other_content_is_sent_where_it_may_be_repeated_and_skipped_with_a_warning_where_not()
    {
        Assert.Equal("sent", await Later(Outcome.Accepted, "SkipUnchanged", Repeatable("A", "old"), Repeatable("A", "new")));

        JournalRig rig = new();
        await rig.RunAsync(Once("A", "old"), Once("B", "same"));
        List<OrderResult> again = await rig.RunAsync(Once("A", "new"), Once("B", "same"));
        Assert.Equal(["Skipped", "Skipped"], again.Select(result => result.Outcome));
        Assert.Contains("other content", again[0].Warning);
        Assert.Null(again[1].Warning);
    }

    [Fact]
    public async Task A_skipped_order_names_when_where_and_as_what_it_was_accepted()
    {
        JournalRig rig = new();
        await rig.RunAsync("A");
        string first = rig.Summary.RunId;
        OrderResult skipped = Assert.Single(await rig.RunAsync("A"));

        Assert.StartsWith("Accepted before, on 2025-01-0", skipped.Message);
        Assert.Contains(first, skipped.Message);
        Assert.Equal(("R-A", null, 0, null), (skipped.Reference, skipped.ErrorId, skipped.Attempts, skipped.Batch));
        Assert.Equal("Skipped", Assert.Single(await rig.RunAsync("A")).Outcome);
        Assert.Equal((1L, 0), (rig.Summary.Skipped, rig.Summary.ExitCode));
    }

    [Fact]
    public async Task An_order_that_stays_unknown_is_an_error_with_its_ways_out_and_the_run_says_so_once()
    {
        JournalRig rig = new() { Says = _ => Outcome.Unknown };
        await rig.RunAsync("A", "B");
        List<OrderResult> again = await rig.RunAsync("A", "B");

        Assert.All(again, result => Assert.Equal(("Unknown", "OrderStillUnknown"), (result.Outcome, result.ErrorId)));
        Assert.All(again, result => Assert.EndsWith("Said so.", result.Message));
        Assert.Contains("Resolve-OrderOpsOrder", again[0].RecommendedAction);
        Assert.Contains("-Resend Unknown", again[0].RecommendedAction);
        Assert.All(again, result => Assert.Null(result.Warning));
        Assert.StartsWith("2 orders were not sent again", rig.Summary.Note);
        Assert.Equal(4, rig.Summary.ExitCode);
        Assert.Equal(["A B"], rig.Requests);
    }

    [Fact]
    public async Task Orders_that_are_left_of_a_run_fill_whole_batches()
    {
        JournalRig rig = new(batchSize: 2);
        await rig.RunAsync("A", "C", "D");
        List<OrderResult> results = await rig.RunAsync("A", "B", "C", "D", "E");

        Assert.Equal(["A C", "D", "B E"], rig.Requests);
        Assert.Equal(["Skipped", "Accepted", "Skipped", "Skipped", "Accepted"], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task The_claim_decides_where_another_process_was_faster_than_the_look()
    {
        JournalRig rig = new();
        await rig.RunAsync("A", "B");
        rig.Journal.IsBlind = true;
        List<OrderResult> results = await rig.RunAsync("A", "B", "C");

        Assert.Equal(["A B", "C"], rig.Requests);
        Assert.Equal(["Skipped", "Skipped", "Accepted"], results.Select(result => result.Outcome));
        Assert.Equal(["claim A B C", "settle C Accepted"], rig.Journal.Log.Skip(2));
    }

    [Fact]
    public async Task What_another_run_has_in_hand_is_not_sent_and_says_whose_it_is()
    {
        JournalRig rig = new();
        rig.Journal.FailOn = what => what == "Settle" ? MemoryJournal.Full : null;
        await Assert.ThrowsAsync<StoreException>(() => rig.RunAsync("A"));
        rig.Journal.FailOn = _ => null;
        rig.Journal.IsTakenOver = true;
        OrderResult held = Assert.Single(await rig.RunAsync("A"));

        Assert.Equal("NotSent", held.Outcome);
        Assert.StartsWith("Not sent: process 4711 has it in hand", held.Message);
        Assert.Equal(["A"], rig.Requests);
    }

    [Fact]
    public async Task A_duplicate_that_no_attempt_explains_is_one_warning_a_batch()
    {
        JournalRig rig = new() { Says = key => key == "Z" ? Outcome.Accepted : Outcome.Duplicate };
        List<OrderResult> results = await rig.RunAsync("Z", "A", "B", "C", "D", "E");

        Assert.Contains("A, B, C and 2 others", Assert.Single(results, result => result.Warning is not null).Warning);
        Assert.NotNull(results[1].Warning);
    }

    [Fact]
    public async Task A_duplicate_after_an_attempt_of_our_own_stands_without_a_warning()
    {
        JournalRig rig = new() { Says = _ => Outcome.Unknown, Rules = new SendRules(ResendUnknown: true) };
        await rig.RunAsync("A");
        rig.Says = _ => Outcome.Duplicate;
        OrderResult result = Assert.Single(await rig.RunAsync("A"));

        Assert.Equal(("Duplicate", null), (result.Outcome, result.Warning));
    }

    private static async Task<string> Later(Outcome earlier, string rules, Work first, Work again)
    {
        JournalRig rig = new() { Says = _ => earlier };
        await rig.RunAsync(first);
        Assert.Equal(earlier.ToString(), rig.Journal.OutcomeOf("A"));

        rig.Says = _ => Outcome.Accepted;
        string[] words = rules.Split(' ');
        rig.Rules = new SendRules(words.Contains("Unknown"), words.Contains("Accepted"), words.Contains("SkipUnchanged"));
        OrderResult result = Assert.Single(await rig.RunAsync(again));
        Assert.Equal(rig.Requests.Count == 2, result.Outcome == "Accepted");
        return rig.Requests.Count == 2 ? "sent" : result.Outcome;
    }
}
