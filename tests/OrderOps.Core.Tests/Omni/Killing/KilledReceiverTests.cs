#if NET
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.Sandbox.Omni;
using Xunit;
using OutgoingPosting = OrderOps.Sandbox.Omni.OutgoingPosting;

namespace OrderOps.Tests.Omni.Killing;

/// <summary>The promise of the receiver: whatever it acknowledged it has, once, whenever it dies. The same at full length, with the cmdlets, is in the Pester suite.</summary>
public sealed class KilledReceiverTests
{
    private const int Postings = 2_000;
    private const int Kills = 3;

    private static IEnumerable<OutgoingPosting> Mixed()
    {
        MixOptions mix = new() { Count = Postings, Repeats = 0.3, Renumbered = 0.05, Shuffle = 50, Seed = 4 };
        MessageIds ids = new(1);
        return PostingMix.Apply(GeneratedPostings.Endless(4, ids, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), mix, ids);
    }

    [Fact]
    public async Task Killed_again_and_again_it_loses_nothing_doubles_nothing_and_emits_no_repeat()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using ReceiverProcess receiver = new();
        await receiver.StartAsync(cancellation);
        using SemaphoreSlim killing = new(0);
        ConcurrentQueue<PostingAnswer> answers = new();
        int acknowledged = 0;
        using OmniSender sender = new(new OmniOptions(receiver.Address)
        {
            Concurrency = 32,
            MaximumRetryCount = int.MaxValue,
            RetryInterval = TimeSpan.FromMilliseconds(20),
            MaximumRetryWait = TimeSpan.FromMilliseconds(200),
        });

        Task<OmniLedger> sending = sender.SendAsync(
            Mixed(),
            answer =>
            {
                answers.Enqueue(answer);
                if (Interlocked.Increment(ref acknowledged) % (Postings / (Kills + 1)) == 0)
                {
                    killing.Release();
                }
            },
            cancellation);
        for (int kill = 0; kill < Kills; kill++)
        {
            await killing.WaitAsync(cancellation);
            await receiver.KillAsync(cancellation);
            await receiver.StartAsync(cancellation);
        }

        OmniLedger ledger = await sending;
        Assert.Equal(0, await receiver.EndAsync(cancellation));

        Assert.Equal(Postings, ledger.Acknowledged);
        string[] distinct = answers.Select(answer => answer.MessageId).Distinct().ToArray();
        Dictionary<string, string> stored = Stored(receiver.InboxPath);
        Assert.Equal(distinct.OrderBy(id => id, StringComparer.Ordinal), stored.Keys.OrderBy(id => id, StringComparer.Ordinal));
        Assert.All(answers, answer => Assert.Equal(Encoding.UTF8.GetString(answer.Posting.Body), stored[answer.MessageId]));

        Emission[] emitted = File.ReadAllLines(receiver.EmittedPath).Select(Emission.Read).OfType<Emission>().ToArray();
        Assert.Equal(stored.Keys.OrderBy(id => id, StringComparer.Ordinal), emitted.Select(emission => emission.MessageId).Distinct().OrderBy(id => id, StringComparer.Ordinal));
        Emission[] again = emitted.GroupBy(emission => emission.MessageId).SelectMany(emissions => emissions.Skip(1)).ToArray();
        // Only what was being emitted when the process died comes again, and says so; a repeat never does.
        Assert.All(again, emission => Assert.True(emission.Attempt > 1, $"Message {emission.MessageId} was emitted twice as if it were new."));

        Tell(ledger.ToString());
        Tell($"{Kills} kills; {stored.Count} postings in the inbox, each once; {emitted.Length} emitted, {again.Length} of them again after a kill, none for {Postings - stored.Count} repeats; {ledger.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
    }

    // The ledger is to be seen in every run, and runners keep a passing test's output to themselves.
    private static void Tell(string line) => Console.Out.WriteLine(line);

    // A key that is there twice throws: each posting must be in the inbox once.
    private static Dictionary<string, string> Stored(string path)
    {
        using PostingInbox inbox = PostingInbox.Open(new InboxOptions { Path = path });
        return inbox.Find(new InboxQuery()).ToDictionary(
            entry => entry.MessageId!.Value.ToString(CultureInfo.InvariantCulture),
            entry => Encoding.UTF8.GetString(entry.Body));
    }

    private sealed record Emission(string MessageId, int Attempt)
    {
        // The line that a kill cut off is no emission: the posting is emitted again at the next start.
        public static Emission? Read(string line) =>
            line.Split(' ') is [_, var messageId, var attempt] && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? new Emission(messageId, number)
                : null;
    }
}
#endif
