using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Itl;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using OrderOps.Tests.Transport;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Itl.Client;

/// <summary>What the journal makes of a sync and of a cancel: the first is never repeated, the second may be.</summary>
public sealed class SyncJournalTests : IDisposable
{
    private readonly MemoryJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task An_accepted_order_is_never_synced_again_by_itself()
    {
        ScriptedHandler service = new(Reply(200, Success("A-1")));
        Assert.Equal("Accepted", (await SyncAsync(service, OrderSamples.Cod("A-1"))).Outcome);
        ItlOrderResult again = await SyncAsync(service, OrderSamples.Cod("A-1"));

        Assert.Equal(("Skipped", "A-1", 1), (again.Outcome, again.Reference, service.Calls));
    }

    [Fact]
    public async Task Order_A_1_is_another_one_than_sub_order_1_of_A()
    {
        ScriptedHandler service = new(Reply(200, Success("A/1")), Reply(200, Success("A")));
        await SyncAsync(service, OrderSamples.Cod("A/1"));
        Order part = OrderSamples.Cod("A");
        part.SubOrder = "1";

        Assert.Equal("Accepted", (await SyncAsync(service, part)).Outcome);
    }

    [Fact]
    public async Task An_invalid_order_is_not_written_down_and_goes_once_it_is_mended()
    {
        ScriptedHandler service = new(Reply(200, Success("A-1")));
        Order order = OrderSamples.Cod("A-1");
        order.Pin = "12";
        Assert.Equal("Invalid", (await SyncAsync(service, order)).Outcome);
        Assert.Empty(_journal.Log);

        Assert.Equal("Accepted", (await SyncAsync(service, OrderSamples.Cod("A-1"))).Outcome);
    }

    [Fact]
    public async Task Nobody_is_asked_about_an_order_that_is_skipped()
    {
        ScriptedHandler service = new(Reply(200, Success("A-1")));
        await SyncAsync(service, OrderSamples.Cod("A-1"));
        List<string> asked = new();
        using SyncRig rig = new(service, journal: new RunJournal(_journal, new SendRules()))
        {
            Veto = order =>
            {
                asked.Add(order.Key);
                return "Declined.";
            },
        };
        List<ItlOrderResult> results = await rig.SyncAsync("A-1", "A-2");

        Assert.Equal(["A-2"], asked);
        Assert.Equal(["Skipped", "NotSent"], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task A_lapsed_claim_that_nobody_took_over_is_renewed_and_the_request_leaves()
    {
        ScriptedHandler service = new(Reply(200, Success("A-1")));
        _journal.Lapsed = static () => true;

        Assert.Equal("Accepted", (await SyncAsync(service, OrderSamples.Cod("A-1"))).Outcome);
        Assert.False(_journal.Lapsed());
    }

    [Fact]
    public async Task What_was_taken_over_before_it_was_sent_is_not_sent()
    {
        ScriptedHandler service = new(Reply(200, Success("A-1")));
        _journal.Lapsed = static () => true;
        _journal.IsTakenOver = true;
        ItlOrderResult result = await SyncAsync(service, OrderSamples.Cod("A-1"));

        Assert.Equal(("NotSent", 0, 0), (result.Outcome, result.Attempts, service.Calls));
        Assert.Equal("Nothing was sent to itl.test: its claim in the journal had lapsed, and another run took over orders of this one.", result.Message);
    }

    [Fact]
    public async Task What_is_taken_over_between_a_refused_attempt_and_the_next_is_not_sent_again()
    {
        ScriptedHandler service = new(LapsingAfter(Reply(503)));
        ItlOrderResult result = await SyncAsync(service, OrderSamples.Cod("A-1"));

        Assert.Equal(("NotSent", 1, 1), (result.Outcome, result.Attempts, service.Calls));
        Assert.StartsWith("itl.test did not take the request, and it was not sent again: its claim in the journal had lapsed", result.Message);
    }

    [Fact]
    public async Task A_claim_that_lapses_while_a_connection_is_made_lets_no_byte_out_before_it_is_renewed()
    {
        ScriptedHandler service = new(
            (request, cancel) =>
            {
                _journal.Lapsed = static () => true;
                return Reply(200, Success("A-1"))(request, cancel);
            },
            Reply(200, Success("A-1")));
        ItlOrderResult result = await SyncAsync(service, OrderSamples.Cod("A-1"));

        Assert.Equal(("Accepted", 2), (result.Outcome, result.Attempts));
        Assert.False(_journal.Lapsed());
    }

    [Fact]
    public async Task A_claim_that_can_not_be_renewed_keeps_the_request_back_and_ends_the_run()
    {
        ScriptedHandler service = new(Reply(200, Success("A-1")));
        _journal.Lapsed = static () => true;
        _journal.FailOn = what => what == "Renew" ? MemoryJournal.Full : null;
        using SyncRig rig = new(service, journal: new RunJournal(_journal, new SendRules()));
        await Assert.ThrowsAsync<StoreException>(() => rig.SyncAsync("A-1"));

        Assert.Equal((0, 1L), (service.Calls, rig.Summary.NotSent));
        Assert.Equal("NotSent", _journal.OutcomeOf("A-1"));
    }

    [Fact]
    public async Task A_cancel_that_may_have_arrived_is_unknown_once_it_may_not_be_repeated()
    {
        ScriptedHandler service = new(LapsingAfter(Reset()));
        ItlCancelResult result = await CancelAsync(service);

        Assert.Equal(("Unknown", 1, 1), (result.Outcome, result.Attempts, service.Calls));
        Assert.Equal("Unknown", _journal.OutcomeOf("86210010463"));
    }

    [Theory]
    [InlineData(false, "Accepted", 2)]
    [InlineData(true, "Skipped", 1)]
    public async Task A_cancel_is_repeated_by_a_later_run_unless_it_is_to_skip_what_is_unchanged(bool skipUnchanged, string outcome, int calls)
    {
        ScriptedHandler service = new(Reply(200, Success("86210010463")));
        Assert.Equal("Accepted", (await CancelAsync(service)).Outcome);

        Assert.Equal(outcome, (await CancelAsync(service, new SendRules(SkipUnchanged: skipUnchanged))).Outcome);
        Assert.Equal(calls, service.Calls);
    }

    /// <summary>Once this was answered the claim has lapsed, and another run has taken the orders over.</summary>
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> LapsingAfter(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) =>
        async (request, cancel) =>
        {
            try
            {
                return await answer(request, cancel);
            }
            finally
            {
                _journal.IsTakenOver = true;
                _journal.Lapsed = static () => true;
            }
        };

    private static string Success(string reference) => $"{{\"data\":{{\"1\":{{\"status\":\"Success\",\"remark\":\"Done.\",\"refnum\":\"{reference}\"}}}}}}";

    private async Task<ItlOrderResult> SyncAsync(ScriptedHandler service, Order order)
    {
        using SyncRig rig = new(service, journal: new RunJournal(_journal, new SendRules()));
        return Assert.Single(await rig.SyncAsync([order]));
    }

    private async Task<ItlCancelResult> CancelAsync(ScriptedHandler service, SendRules? rules = null)
    {
        ItlConnection connection = new(new Uri("https://itl.test/"), "token-1234", "secret-1234");
        connection.Transport.Timeout = TransportRig.Timeout;
        ManualTimeProvider clock = new(leapUpTo: TimeSpan.FromSeconds(30));
        using ServiceTransport transport = new(connection.BaseAddress, connection.Transport, clock, static () => 1.0, service);
        using ItlCancelRun run = new(connection, transport, new CancelOptions(), new RunSummary(), clock, new RunJournal(_journal, rules ?? new SendRules()));
        List<OrderResult> results = new();
        await run.Run.RunAsync(["86210010463"], run.Admit, results.Add, CancellationToken.None);
        return (ItlCancelResult)Assert.Single(results);
    }
}
