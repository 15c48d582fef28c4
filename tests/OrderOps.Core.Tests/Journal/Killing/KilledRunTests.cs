#if NET
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace OrderOps.Tests.Journal.Killing;

/// <summary>The promise of the journal: a run that was killed at any instant is finished by running it again.</summary>
public sealed class KilledRunTests
{
    private const int Orders = 3000;
    private const int Kills = 10;

    [Fact]
    public async Task Killed_ten_times_and_allowed_to_resend_it_has_every_order_accepted_once()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using KillRig rig = new(Orders);
        await rig.KillAsync(Kills, resendUnknown: true, cancellation);
        IReadOnlyDictionary<string, int> last = await rig.FinishAsync(resendUnknown: true, cancellation);

        Assert.Equal(Orders, last["Accepted"] + last["Duplicate"] + last["Skipped"]);
        Assert.Equal(Orders, rig.Sandbox.Itl.AcceptedCount);
        Assert.NotEqual(0, rig.Ledger.SentAgain);
        Assert.Empty(rig.Ledger.Unexplained);
        IReadOnlyDictionary<string, int> carried = rig.Ledger.Carried;
        IReadOnlyDictionary<string, string> known = rig.Ledger.ReadJournal();
        Assert.Equal(Orders, known.Count);
        // What was taken, and sent again because nobody knew, is what the service calls a duplicate.
        Assert.All(known, order => Assert.True(order.Value == "Accepted" || (order.Value == "Duplicate" && carried[order.Key] > 1), $"{order.Key} is {order.Value}"));
    }

    [Fact]
    public async Task Killed_ten_times_and_run_as_it_was_it_sends_no_order_twice()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using KillRig rig = new(Orders);
        await rig.KillAsync(Kills, resendUnknown: false, cancellation);
        IReadOnlyDictionary<string, int> last = await rig.FinishAsync(resendUnknown: false, cancellation);

        Assert.Equal(0, rig.Ledger.SentAgain);
        Assert.Equal(Orders, last.Values.Sum());
        IReadOnlyDictionary<string, string> known = rig.Ledger.ReadJournal();
        Assert.Equal(Orders, known.Count);
        Assert.Equal(["Accepted", "Unknown"], known.Values.Distinct().Order(StringComparer.Ordinal));
        int unknown = known.Values.Count(outcome => outcome == "Unknown");
        Assert.Equal(unknown, last["Unknown"]);

        IReadOnlyDictionary<string, int> resent = await rig.FinishAsync(resendUnknown: true, cancellation);

        Assert.Equal(unknown, resent["Accepted"] + resent["Duplicate"]);
        Assert.Equal(Orders - unknown, resent["Skipped"]);
        Assert.Equal(Orders, rig.Sandbox.Itl.AcceptedCount);
        Assert.Empty(rig.Ledger.Unexplained);
    }

    [Fact]
    public async Task Two_processes_over_the_same_orders_send_each_once()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using KillRig rig = new(Orders, latency: TimeSpan.FromMilliseconds(10));
        using SenderProcess one = rig.Start(resendUnknown: false);
        using SenderProcess other = rig.Start(resendUnknown: false);
        await Task.WhenAll(one.BeginAsync(cancellation), other.BeginAsync(cancellation));
        IReadOnlyDictionary<string, int>[] counts = await Task.WhenAll(one.CountsAsync(cancellation), other.CountsAsync(cancellation));

        Assert.Equal(Orders, rig.Ledger.Carried.Count);
        Assert.Equal(0, rig.Ledger.SentAgain);
        Assert.Equal(Orders, counts.Sum(run => run["Accepted"]));
        Assert.All(counts, run => Assert.Equal(Orders, run["Accepted"] + run["Skipped"] + run["NotSent"]));
        IReadOnlyDictionary<string, string> known = rig.Ledger.ReadJournal();
        Assert.Equal(Orders, known.Count);
        Assert.All(known, order => Assert.Equal("Accepted", order.Value));
    }

    [Fact]
    public async Task Killed_beside_a_process_that_goes_on_they_send_no_order_twice()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using KillRig rig = new(Orders, latency: TimeSpan.FromMilliseconds(50));
        using SenderProcess goesOn = rig.Start(resendUnknown: false);
        for (int kill = 0; kill < 3; kill++)
        {
            using SenderProcess killed = rig.Start(resendUnknown: false);
            Task due = rig.Sandbox.RequestsReached(rig.Sandbox.RequestCount + 10);
            await killed.BeginAsync(cancellation);
            if (kill == 0)
            {
                await goesOn.BeginAsync(cancellation);
            }

            await Task.WhenAny(due, killed.Ended).WaitAsync(cancellation);
            await killed.KillAsync(cancellation);
        }

        IReadOnlyDictionary<string, int> counts = await goesOn.CountsAsync(cancellation);

        // Others die while it runs: what they had in hand is theirs while they live, and Unknown from then on.
        Assert.Equal(Orders, counts["Accepted"] + counts["Skipped"] + counts["Unknown"] + counts["NotSent"]);
        IReadOnlyDictionary<string, int> last = await rig.FinishAsync(resendUnknown: false, cancellation);
        Assert.Equal(Orders, last["Accepted"] + last["Skipped"] + last["Unknown"]);
        Assert.Equal(0, rig.Ledger.SentAgain);
        Assert.Equal(last["Unknown"], rig.Ledger.ReadJournal().Values.Count(outcome => outcome == "Unknown"));
        Assert.Equal(Orders, rig.Ledger.ReadJournal().Count);
    }
}
#endif
