using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Streams;
using Xunit;

namespace OrderOps.PowerShell.Tests.Streams;

public sealed class RunProgressTests
{
    [Fact]
    public void Nothing_is_shown_in_the_first_half_second_and_then_at_most_five_times_a_second()
    {
        Clock clock = new();
        PumpRig.Recorder pipeline = new();
        RunProgress progress = new("Testing", clock, wanted: true);
        List<int> shownAt = new();
        for (int milliseconds = 0; milliseconds <= 1000; milliseconds += 50)
        {
            clock.Milliseconds = milliseconds;
            int before = pipeline.Heard.Count;
            progress.Show(pipeline, new RunSummary());
            if (pipeline.Heard.Count > before)
            {
                shownAt.Add(milliseconds);
            }
        }

        Assert.Equal([500, 700, 900], shownAt);
    }

    [Fact]
    public void Nobody_is_shown_anything_who_does_not_look()
    {
        Clock clock = new();
        PumpRig.Recorder pipeline = new();
        RunProgress progress = new("Testing", clock, wanted: false);
        clock.Milliseconds = 5000;
        progress.Show(pipeline, new RunSummary());
        progress.Complete(pipeline);

        Assert.Empty(pipeline.Heard);
    }

    [Fact]
    public void A_long_wait_is_not_a_silent_one()
    {
        TaskCompletionSource seen = new();
        PumpRig.Recorder pipeline = new() { WhenProgressShows = () => seen.TrySetResult() };
        RunProgress progress = new("Testing", new Clock { Step = 300 }, wanted: true);
        RunSummary summary = new() { In = 60 };
        summary.Count(Outcome.Accepted);

        progress.Wait(seen.Task, pipeline, summary);

        Assert.Equal(["progress 1 of 60 settled: 1 Accepted"], pipeline.Heard);
    }

    private sealed class Clock : TimeProvider
    {
        public int Milliseconds { get; set; }

        public int Step { get; init; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (Milliseconds += Step) - Step;
    }
}
