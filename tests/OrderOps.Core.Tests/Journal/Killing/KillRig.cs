#if NET
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Journal.Killing;

/// <summary>A file of orders, a journal, and a service that may be slow and may lose requests; processes that sync are started and killed over them.</summary>
internal sealed class KillRig : IDisposable
{
    // Longer than it takes to kill a process, and not so long that the next one has to wait for it.
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(150);

    private const int MostRequests = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("orderops-kill-").FullName;
    private readonly Random _dice = new(5);

    public KillRig(int orders, TimeSpan latency = default)
    {
        OrderList.Write(OrdersPath, orders);
        Ledger = new KillLedger(JournalPath);
        Sandbox = SandboxServer.Start(new SandboxOptions { Latency = latency });
        // A condition that is never met sees every request.
        Sandbox.Faults.When(
            request =>
            {
                Ledger.Arrive(request);
                return false;
            },
            Fault.ResetBefore());
    }

    public SandboxServer Sandbox { get; }

    public KillLedger Ledger { get; }

    private string OrdersPath => Path.Combine(_folder, "orders.csv");

    private string JournalPath => Path.Combine(_folder, "journal.db");

    public SenderProcess Start(bool resendUnknown) => SenderProcess.Start(Sandbox, OrdersPath, JournalPath, resendUnknown);

    /// <summary>Starts a run, kills it, and so on; in between journal and service must not contradict each other.</summary>
    public async Task KillAsync(int kills, bool resendUnknown, CancellationToken cancellation)
    {
        KillInstant[] instants = Enum.GetValues<KillInstant>();
        for (int kill = 0; kill < kills; kill++)
        {
            KillInstant instant = instants[kill % instants.Length];
            using SenderProcess sender = Start(resendUnknown);
            using FileSystemWatcher watcher = new(_folder, "journal.db-wal");
            Task due = instant == KillInstant.Written ? Written(watcher, _dice.Next(1, 60)) : RequestDue(instant, Ledger.Requests + _dice.Next(1, 6));
            // News of writes can be late on a busy machine: the run must not come to its end before.
            Task late = Sandbox.RequestsReached(Sandbox.RequestCount + MostRequests);
            await sender.BeginAsync(cancellation);
            await Task.WhenAny(due, late, sender.Ended).WaitAsync(cancellation);
            Assert.True(await sender.KillAsync(cancellation), "The run ended before it could be killed: there are too few orders for so many kills.");

            IReadOnlyDictionary<string, string> known = Ledger.ReadJournal();
            Assert.Subset(known.Keys.ToHashSet(), Ledger.Carried.Keys.ToHashSet());
            Assert.Superset(known.Where(order => order.Value is "Accepted" or "Duplicate").Select(order => order.Key).ToHashSet(), AtService());
            Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"kill {kill + 1,2} ({instant}): {Ledger.Requests,3} requests so far, {Ledger.SentAgain,3} orders sent again; journal: {Counts(known)}; at the service: {Sandbox.Itl.AcceptedCount}"));
        }
    }

    /// <summary>Runs to the end, and gives the run's counts.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FinishAsync(bool resendUnknown, CancellationToken cancellation)
    {
        using SenderProcess sender = Start(resendUnknown);
        await sender.BeginAsync(cancellation);
        return await sender.CountsAsync(cancellation);
    }

    public void Dispose()
    {
        Sandbox.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private HashSet<string> AtService() => Sandbox.Itl.Accepted.Select(order => order.OrderNumber).ToHashSet(StringComparer.Ordinal);

    private static string Counts(IReadOnlyDictionary<string, string> known) =>
        string.Join(" + ", known.Values.GroupBy(outcome => outcome).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")));

    // The ledger is to be seen in every run, and runners keep a passing test's output to themselves.
    private static void Tell(string line) => Console.Out.WriteLine(line);

    private static Task Written(FileSystemWatcher watcher, int times)
    {
        TaskCompletionSource due = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int seen = 0;
        watcher.NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite;
        watcher.Changed += (_, _) =>
        {
            if (Interlocked.Increment(ref seen) == times)
            {
                due.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        return due.Task;
    }

    private Task RequestDue(KillInstant instant, long number)
    {
        TaskCompletionSource due = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool Is(SandboxRequest request)
        {
            // The ledger has counted this one already.
            if (Ledger.Requests != number)
            {
                return false;
            }

            due.TrySetResult();
            return true;
        }

        foreach (Fault fault in FaultsAt(instant))
        {
            Sandbox.Faults.When(Is, fault, times: 1);
        }

        return due.Task;
    }

    private static Fault[] FaultsAt(KillInstant instant) => instant switch
    {
        KillInstant.Arrived => [Fault.Delay(Held)],
        KillInstant.Lost => [Fault.Delay(Held), Fault.ResetBefore()],
        KillInstant.Taken => [Fault.DelayReply(Held)],
        _ => [Fault.Delay(TimeSpan.Zero)],
    };
}
#endif
