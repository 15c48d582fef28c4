using System;
using System.Linq;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.PowerShell.Tests.Streams;

/// <summary>What a sending command writes, when, and how it ends.</summary>
public sealed class RunPumpTests
{
    [Fact]
    public void A_warning_about_a_request_follows_its_results_and_precedes_its_errors()
    {
        using PumpRig rig = new(static key => key == "b" ? Outcome.Unknown : Outcome.Accepted, batchSize: 2) { WarnOf = static key => key == "a" ? "Counts." : null };
        rig.Send("a", "b");
        rig.Pump.Finish();

        Assert.Equal(["a Accepted", "b Unknown", "warning Counts.", "error b"], rig.Pipeline.Heard);
    }

    [Fact]
    public void A_batchs_results_come_before_its_first_error()
    {
        using PumpRig rig = new(key => key is "b" ? Outcome.Rejected : Outcome.Accepted);
        rig.Send("a", "b", "c");
        rig.Pump.Finish();

        Assert.Equal(["a Accepted", "b Rejected", "error b", "c Accepted"], rig.Pipeline.Heard);
        Assert.Equal(("Completed", 2), (rig.Run.Summary.EndedBy, rig.Run.Summary.ExitCode));
        Assert.Contains(rig.Run.Summary.Counts, Assert.Single(rig.Pipeline.Verbose), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_ends_the_command_loses_no_result_of_its_batch_and_settles_the_rest()
    {
        PumpRig rig = new(key => key is "a" ? Outcome.Rejected : Outcome.Accepted, batchSize: 25);
        rig.Pipeline.FailOn = static _ => new InvalidOperationException("Stop.");
        rig.Send(Enumerable.Range(0, 24).Select(index => $"x{index}").Prepend("a").ToArray());
        Assert.Throws<InvalidOperationException>(() => rig.Pump.Finish());
        rig.Dispose();

        Assert.Equal(26, rig.Pipeline.Heard.Count);
        Assert.Equal("error a", rig.Pipeline.Heard[25]);
        Assert.Equal("25 in = 24 Accepted + 1 Rejected", rig.Run.Summary.Counts);
        Assert.Equal("Stopped", rig.Run.Summary.EndedBy);
    }

    [Fact]
    public void Duplicates_are_no_errors_and_not_sent_is_one_error_a_run()
    {
        using PumpRig rig = new(key => key is "a" ? Outcome.Duplicate : Outcome.NotSent);
        rig.Send("a", "b", "c", "d");
        rig.Pump.Finish();

        Assert.Equal(["a Duplicate", "b NotSent", "not sent from b", "c NotSent", "d NotSent"], rig.Pipeline.Heard);
    }

    [Fact]
    public void What_the_user_asked_not_to_send_is_no_error()
    {
        using PumpRig rig = new(_ => Outcome.NotSent, notSentIsMeant: true);
        rig.Send("a");
        rig.Pump.Finish();

        Assert.Equal(["a NotSent"], rig.Pipeline.Heard);
    }

    [Fact]
    public void Wrong_configuration_ends_the_command_after_all_results_that_are_known()
    {
        using PumpRig rig = new(
            key => key is "a" or "b" ? Outcome.Accepted : Outcome.NotSent,
            whenSent: static (rig, key) => rig.Fatal = key is "c" ? new ServiceConfigurationException("Wrong", "It is wrong.", "Mend it.") : rig.Fatal);
        Assert.Throws<ServiceConfigurationException>(() =>
        {
            rig.Send("a", "b", "c", "d", "e", "f");
            rig.Pump.Finish();
        });

        Assert.Equal("terminated: It is wrong.", rig.Pipeline.Heard.Last());
        Assert.Equal(rig.Run.Summary.In + 1, rig.Pipeline.Heard.Count);
        Assert.Equal(2, rig.Run.Summary.Accepted);
        Assert.Equal(rig.Run.Summary.In, rig.Run.Summary.Accepted + rig.Run.Summary.NotSent);
        Assert.Equal(("Failed", 3), (rig.Run.Summary.EndedBy, rig.Run.Summary.ExitCode));
    }

    [Fact]
    public void A_defect_leaves_its_batch_unknown_and_ends_the_command()
    {
        using PumpRig rig = new(key => key is "c" ? throw new InvalidCastException("Defect.") : Outcome.Accepted);
        Assert.Throws<InvalidCastException>(() =>
        {
            rig.Send("a", "b", "c", "d");
            rig.Pump.Finish();
        });

        Assert.Equal("4 in = 2 Accepted + 2 Unknown", rig.Run.Summary.Counts);
        Assert.Equal("terminated: Defect.", rig.Pipeline.Heard.Last());
    }

    [Fact]
    public void A_stop_takes_no_more_inputs_and_settles_what_came_in()
    {
        PumpRig rig = new(_ => Outcome.Accepted, batchSize: 25);
        rig.Send("a", "b");
        rig.Pump.Stop();
        rig.Send("c");
        rig.Pump.Finish();
        rig.Dispose();

        Assert.Empty(rig.Pipeline.Heard);
        Assert.Equal("2 in = 2 NotSent", rig.Run.Summary.Counts);
        Assert.Equal("Stopped", rig.Run.Summary.EndedBy);
        Assert.Equal(["a", "b"], rig.Pump.Left.Select(result => result.Key));
    }
}
