using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Omni;
using OrderOps.Outcomes;
using OrderOps.Tests.Journal.Orders;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal;

/// <summary>How long another process that has a store locked is waited for.</summary>
public sealed class PatienceTests : IDisposable
{
    private static readonly TimeSpan Endless = TimeSpan.FromHours(1);

    private readonly SqliteRig _rig = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _rig.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public void Without_a_stop_each_lock_has_its_time()
    {
        Patience patience = new(Endless, _stop.Token);
        Stopwatch waited = Stopwatch.StartNew();

        for (int i = 0; i < 300; i++)
        {
            Assert.True(patience.Wait(waited, 0));
        }

        Assert.False(new Patience(TimeSpan.Zero).Wait(Stopwatch.StartNew(), 1));
    }

    [Fact]
    public void After_a_stop_all_locks_together_have_a_moment()
    {
        Patience patience = new(Endless, _stop.Token);
        Stopwatch waited = Stopwatch.StartNew();
        Assert.True(patience.Wait(waited, 1));

        _stop.Cancel();
        Assert.True(patience.Wait(waited, 1));
        while (patience.Wait(waited, 20))
        {
        }

        Assert.False(patience.Wait(Stopwatch.StartNew(), 1));
    }

    [Fact]
    public void A_stop_that_outlives_a_store_does_not_keep_it()
    {
        WeakReference patience = Ended();

        // The registration leads to it until it is taken back.
        for (int i = 0; patience.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(patience.IsAlive);
        _stop.Cancel();
    }

    [Fact]
    public void A_journal_that_is_locked_is_not_opened_after_a_stop()
    {
        Open().Dispose();
        _stop.Cancel();
        using (_rig.Lock())
        {
            Assert.Equal("StoreLocked", Assert.Throws<StoreException>(Open).ErrorId);
        }

        Open().Dispose();
    }

    [Fact]
    public async Task What_a_stopped_run_can_t_write_is_given_up_and_it_ends()
    {
        using SqliteJournal journal = Open();
        using IJournalRun run = journal.Begin(new RunSummary { Command = "Send-ItlOrderSync", Service = "Itl", Account = "a", BaseAddress = "https://itl.test/" }, new SendRules());
        OrderClaim order = new("Sync", new OrderIdentity("A1"), 1, Repeatable: false);
        await run.ClaimAsync([order]);
        using (_rig.Lock())
        {
            Task<StoreException> settling = Assert.ThrowsAsync<StoreException>(() =>
                run.SettleAsync([new SettledOrder("Sync", order.Key, Outcome.Accepted, "", null, 1, 1, 200)]));
            _stop.Cancel();

            Assert.Equal("StoreLocked", (await settling).ErrorId);
            Assert.Throws<StoreException>(() => run.End(new RunSummary { EndedBy = "Stopped" }));
            journal.Dispose();
        }
    }

    [Fact]
    public void An_inbox_goes_on_waiting_for_a_second_user_when_the_first_one_stops()
    {
        using TemporaryFolder folder = new();
        OpenInboxes inboxes = new();
        InboxOptions options = new() { Path = folder.File("inbox.db") };
        using CancellationTokenSource hurry = new();
        using OpenInboxes.Use use = new(inboxes, options.Path, PostingInbox.Open(options, hurry.Token), hurry) { Users = 2 };
        using CancellationTokenRegistration first = use.HurryOn(_stop.Token);
        _stop.Cancel();
        Assert.False(hurry.IsCancellationRequested);

        use.Users = 1;
        using CancellationTokenSource another = new();
        using CancellationTokenRegistration second = use.HurryOn(another.Token);
        another.Cancel();
        Assert.True(hurry.IsCancellationRequested);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Ended()
    {
        WeakReference? last = null;

        // Several, as what was made last can stand on the stack still.
        for (int i = 0; i < 10; i++)
        {
            Patience patience = new(Endless, _stop.Token);
            last ??= new WeakReference(patience);
            patience.Dispose();
        }

        return last!;
    }

    private SqliteJournal Open() => SqliteJournal.Open(new JournalOptions { Path = _rig.Path, BusyTimeout = Endless, Stop = _stop.Token });
}
