using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;
using static OrderOps.Tests.Batching.Journaled.JournalRig;

namespace OrderOps.Tests.Batching.Journaled;

/// <summary>A journal that can't be written, and runs that are stopped.</summary>
public sealed class JournalFailureTests
{
    [Theory]
    [InlineData("Claim")]
    [InlineData("Foresee")]
    public async Task Nothing_is_sent_that_could_not_be_written_down(string failing)
    {
        JournalRig rig = new(batchSize: 1);
        rig.Journal.FailOn = what => what == failing ? MemoryJournal.Full : null;
        List<OrderResult> results = new();
        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => rig.RunAsync([Once("A"), Once("B")], results));

        Assert.Equal("StoreFull", failure.ErrorId);
        Assert.Empty(rig.Requests);
        Assert.All(results, result => Assert.Equal("NotSent", result.Outcome));
        Assert.All(results, result => Assert.Contains("The disk is full.", result.Message));
        Assert.Equal(("Failed", 1, rig.Summary.In), (rig.Summary.EndedBy, rig.Summary.ExitCode, rig.Summary.NotSent));
    }

    [Fact]
    public async Task A_defect_of_the_journal_costs_no_order_its_result()
    {
        JournalRig rig = new();
        rig.Journal.FailOn = what => what == "Claim" ? new InvalidOperationException("Broken.") : null;
        List<OrderResult> results = new();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.RunAsync([Once("A")], results));

        Assert.Equal("NotSent", Assert.Single(results).Outcome);
    }

    [Fact]
    public async Task What_was_sent_before_the_journal_failed_keeps_its_outcome()
    {
        JournalRig rig = new(batchSize: 1);
        rig.Journal.FailOn = what => what == "Claim" && rig.Requests.Count == 1 ? MemoryJournal.Full : null;
        List<OrderResult> results = new();
        await Assert.ThrowsAsync<StoreException>(() => rig.RunAsync([Once("A"), Once("B"), Once("C")], results));

        Assert.Equal("Accepted", results[0].Outcome);
        Assert.Equal("Accepted", rig.Journal.OutcomeOf("A"));
        Assert.All(results.Skip(1), result => Assert.Equal("NotSent", result.Outcome));
    }

    [Fact]
    public async Task Outcomes_that_could_not_be_written_come_out_and_the_run_says_what_the_journal_lacks()
    {
        JournalRig rig = new(batchSize: 2);
        rig.Journal.FailOn = what => what == "Settle" ? MemoryJournal.Full : null;
        List<OrderResult> results = new();
        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => rig.RunAsync([Once("A"), Once("B"), Once("C"), Once("D")], results));

        Assert.Equal(["Accepted", "Accepted"], results.Take(2).Select(result => result.Outcome));
        Assert.Equal(("StoreFull", "Make room."), (failure.ErrorId, failure.RecommendedAction));
        Assert.StartsWith("What became of 2 orders could not be written to the journal, which will know them as Unknown", failure.Message);
        Assert.Equal(("Failed", 1, failure.Message), (rig.Summary.EndedBy, rig.Summary.ExitCode, rig.Summary.Failure));
    }

    [Fact]
    public async Task An_end_that_could_not_be_written_fails_the_run_that_went_well()
    {
        JournalRig rig = new();
        rig.Journal.FailOn = what => what == "End" ? MemoryJournal.Full : null;
        List<OrderResult> results = new();
        await Assert.ThrowsAsync<StoreException>(() => rig.RunAsync([Once("A")], results));

        Assert.Equal("Accepted", Assert.Single(results).Outcome);
        Assert.Equal(("Failed", 1), (rig.Summary.EndedBy, rig.Summary.ExitCode));
    }

    [Fact]
    public async Task A_defect_of_the_sender_leaves_what_it_had_as_unknown_in_the_journal_too()
    {
        JournalRig rig = new() { Meanwhile = _ => throw new InvalidOperationException("Broken.") };
        List<OrderResult> results = new();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.RunAsync([Once("A")], results));

        Assert.Equal("Unknown", Assert.Single(results).Outcome);
        Assert.Equal("Unknown", rig.Journal.OutcomeOf("A"));
    }

    [Fact]
    public async Task After_a_stop_what_is_in_flight_is_settled_and_the_rest_was_never_claimed()
    {
        JournalRig rig = new(batchSize: 1);
        rig.Says = _ => Outcome.Unknown;
        using CancellationTokenSource stop = new();
        rig.Meanwhile = async control =>
        {
            TaskCompletionSource<bool> cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration cutting = control.AbortToken.Register(() => cut.TrySetResult(true));
            stop.Cancel();
            rig.Time.Advance(TimeSpan.FromMilliseconds(800));
            await cut.Task;
        };
        List<OrderResult> results = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.RunAsync([Once("A"), Once("B")], results, stop.Token));

        Assert.Equal("Unknown", results[0].Outcome);
        Assert.All(results.Skip(1), result => Assert.Equal("NotSent", result.Outcome));
        Assert.Equal(["claim A", "settle A Unknown"], rig.Journal.Log);
        Assert.Equal("Stopped", rig.Journal.Ended!.EndedBy);
        Assert.Equal(rig.Summary.In, rig.Summary.Unknown + rig.Summary.NotSent);
    }

    [Fact]
    public async Task An_order_that_another_run_took_over_while_it_was_under_way_says_so()
    {
        JournalRig rig = new();
        rig.Meanwhile = _ =>
        {
            rig.Journal.IsTakenOver = true;
            return Task.CompletedTask;
        };
        OrderResult result = Assert.Single(await rig.RunAsync("A"));

        Assert.Equal("Accepted", result.Outcome);
        Assert.Contains("another run took it over", result.Warning);
    }
}
