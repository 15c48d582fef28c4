using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What every journal has to do, whatever it is kept in. One is opened as by another process each time.</summary>
public abstract class JournalContract : IDisposable
{
    /// <summary>The lease that a journal has to be opened with.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly List<IDisposable> _opened = [];

    private protected ManualTimeProvider Time { get; } = new();

    private protected static OrderClaim Sync(string number, ulong content = 1, string part = "") => new("Sync", new OrderIdentity(number, part), content, false);

    private protected static OrderClaim Update(string number, ulong content = 1) => new("Update", new OrderIdentity(number), content, true);

    private protected static SettledOrder Settled(OrderClaim order, Outcome outcome, string message = "said so", string? reference = null, int attempts = 1) =>
        new(order.Operation, order.Key, outcome, message, reference, 1, attempts, 200);

    private protected RunSummary Summary(string account = "shop", string address = "https://api.example/v1", string service = "Itl") => new()
    {
        Command = "Send-ItlOrderSync", Service = service, BaseAddress = address, Account = account, ModuleVersion = "1.0.0", Started = Time.GetUtcNow(),
    };

    private protected IJournal Open(TimeProvider? time = null)
    {
        IJournal journal = OpenJournal(time ?? Time);
        _opened.Add(journal);
        return journal;
    }

    private protected IJournalRun Begin(IJournal journal, RunSummary? summary = null, SendRules? rules = null)
    {
        IJournalRun run = journal.Begin(summary ?? Summary(), rules ?? new SendRules());
        _opened.Insert(0, run);
        return run;
    }

    private protected abstract IJournal OpenJournal(TimeProvider time);

    /// <summary>From now on the run is of a process of this machine that is dead.</summary>
    private protected abstract void LetDie(RunSummary run);

    /// <summary>From now on the run is of a process that can't be seen from here, such as another container's.</summary>
    private protected abstract void HideProcess(RunSummary run);

    private protected abstract void CloseRig();

    public void Dispose()
    {
        foreach (IDisposable opened in _opened)
        {
            opened.Dispose();
        }

        CloseRig();
        GC.SuppressFinalize(this);
    }

    private protected static JournalEntry Only(IJournal journal, string key) => Assert.Single(journal.Find(new JournalQuery { Keys = [key] }));

    private protected static RunSummary Run(IJournal journal, RunSummary summary) => Assert.Single(journal.FindRuns(new RunQuery { RunIds = [summary.RunId] }));

    private protected static async Task<ClaimKind> Claim(IJournalRun run, OrderClaim order) => Assert.Single(await run.ClaimAsync([order])).Kind;

    private protected static async Task Send(IJournalRun run, OrderClaim order, Outcome outcome, string message = "said so", string? reference = null)
    {
        Assert.Equal(ClaimKind.Send, await Claim(run, order));
        Assert.Empty(await run.SettleAsync([Settled(order, outcome, message, reference)]));
    }
}
