using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox.Omni;

namespace OrderOps.Tour;

/// <summary>Plays Increff Omni against a receiver of postings: orders that go through their events, with repeats, shuffled.</summary>
internal static class OmniSend
{
    public static async Task<int> RunAsync(Uri address, int count, TextWriter output, CancellationToken cancellation)
    {
        MessageIds ids = MessageIds.FromClock();
        MixOptions mix = new() { Count = count, Repeats = 0.3, Renumbered = 0.05, Shuffle = 20, Seed = Environment.TickCount };
        using OmniSender sender = new(new OmniOptions(address));
        OmniLedger ledger = await sender.SendAsync(
            PostingMix.Apply(GeneratedPostings.Endless(mix.Seed, ids, DateTimeOffset.UtcNow), mix, ids),
            cancellation: cancellation);

        output.WriteLine(ledger);
        foreach ((string reason, int times) in ledger.Reasons.OrderByDescending(reason => reason.Value))
        {
            output.WriteLine($"{times,6} x {reason}");
        }

        return ledger.Acknowledged == ledger.Postings && !ledger.Stopped ? 0 : 1;
    }
}
