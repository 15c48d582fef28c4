using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.PowerShell.Tests.Streams;

/// <summary>When a pump hands over what failed, and how a run ends that can't keep it.</summary>
public sealed class FailedOrdersTests
{
    [Fact]
    public void All_of_a_batch_is_kept_before_its_first_result_is_written()
    {
        Keeper keeper = new();
        PumpRig rig = new(static _ => Outcome.Rejected, batchSize: 3, failed: keeper);
        rig.Pipeline.FailOn = static _ => new InvalidOperationException("Stop.");
        rig.Send("a", "b");
        Assert.Throws<InvalidOperationException>(() => rig.Pump.Finish());
        rig.Dispose();

        Assert.Equal(["a", "b"], keeper.Kept);
        Assert.Equal([false], keeper.Closed);
    }

    [Fact]
    public void What_a_stopped_run_leaves_is_kept()
    {
        Keeper keeper = new();
        PumpRig rig = new(static _ => Outcome.Accepted, batchSize: 3, failed: keeper);
        rig.Send("a", "b");
        rig.Pump.Stop();
        rig.Dispose();

        Assert.Equal(["a", "b"], keeper.Kept);
        Assert.Equal([false], keeper.Closed);
    }

    [Fact]
    public void A_run_that_completed_says_so_and_tells_what_was_kept_aside()
    {
        Keeper keeper = new() { Remark = "Kept aside." };
        using PumpRig rig = new(static _ => Outcome.Accepted, failed: keeper);
        rig.Send("a");
        rig.Pump.Finish();

        Assert.Equal([true], keeper.Closed);
        Assert.Equal("Kept aside.", rig.Pipeline.Verbose[0]);
    }

    [Fact]
    public void A_run_that_failed_does_not_pass_for_completed()
    {
        Keeper keeper = new();
        PumpRig rig = new(static _ => Outcome.Accepted, failed: keeper) { Fatal = new ServiceConfigurationException("Wrong", "Wrong.", "Mend it.") };
        Assert.Throws<ServiceConfigurationException>(() => rig.Send("a", "b"));
        rig.Dispose();

        Assert.Equal([false], keeper.Closed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_can_not_be_kept_ends_the_run_once_its_results_are_out(bool atOnce)
    {
        Keeper keeper = new() { FailsAtOnce = atOnce, FailsToClose = !atOnce };
        PumpRig rig = new(static _ => Outcome.Rejected, batchSize: 1, failed: keeper);
        StoreException failure = Assert.Throws<StoreException>(() =>
        {
            rig.Send("a");
            rig.Pump.Finish();
        });
        rig.Dispose();

        Assert.Equal("FailedFileNotWritten", failure.ErrorId);
        Assert.Equal(["a Rejected", "error a", "terminated: Full."], rig.Pipeline.Heard);
        Assert.Equal(("Failed", 1), (rig.Run.Summary.EndedBy, rig.Run.Summary.ExitCode));
    }

    private sealed class Keeper : PowerShell.Streams.IFailedOrders
    {
        public List<string> Kept { get; } = [];

        public List<bool> Closed { get; } = [];

        public string? Remark { get; init; }

        public bool FailsAtOnce { get; init; }

        public bool FailsToClose { get; init; }

        public Exception? Failure { get; private set; }

        public void Keep(IReadOnlyList<OrderResult> results)
        {
            Kept.AddRange(results.Select(result => result.Key));
            Fail(FailsAtOnce);
        }

        public IReadOnlyList<string> Close(bool completed)
        {
            Closed.Add(completed);
            Fail(FailsToClose);
            return Remark is null ? [] : [Remark];
        }

        private void Fail(bool now) =>
            Failure = now ? new StoreException("FailedFileNotWritten", "/failed", "Full.", "Free space.", new IOException("Full.")) : Failure;
    }
}
