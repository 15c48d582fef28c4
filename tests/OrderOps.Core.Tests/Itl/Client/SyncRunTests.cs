using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.Sandbox;
using OrderOps.Tests.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Itl.Client;

/// <summary>Whole runs, most of them against the sandbox.</summary>
public sealed class SyncRunTests
{
    [Fact]
    public async Task Sixty_orders_leave_as_25_25_and_10_and_all_are_accepted()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        List<ItlOrderResult> results = new();
        RunSummary run = await client.SyncAsync(Orders(60), results.Add);

        Assert.Equal([10, 25, 25], sandbox.Itl.BatchSizes.OrderBy(size => size));
        Assert.Equal(Enumerable.Range(0, 60).Select(index => (long)index), results.Select(result => result.InputIndex));
        Assert.All(results, result => Assert.Equal("Accepted", result.Outcome));
        Assert.Equal("60 in = 60 Accepted", run.Counts);
        Assert.Equal((3L, 0, "Completed"), (run.Requests, run.ExitCode, run.EndedBy));
    }

    [Fact]
    public async Task A_poisoned_order_is_rejected_in_the_services_words_and_the_others_are_accepted()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        sandbox.Itl.Poison("A-12", "<p>Shipment could not be processed.</p>");
        using ItlClient client = Client(sandbox);
        List<ItlOrderResult> results = new();
        RunSummary run = await client.SyncAsync(Orders(25), results.Add);

        Assert.Equal("25 in = 24 Accepted + 1 Rejected", run.Counts);
        Assert.Equal("Shipment could not be processed.", Assert.Single(results, result => result.Outcome == "Rejected").Message);
        Assert.InRange(run.Requests, 1, 11);
        Assert.Equal(24, sandbox.Itl.AcceptedCount);
    }

    [Fact]
    public async Task An_invalid_order_costs_nothing_but_itself()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        Order[] orders = Orders(3).ToArray();
        orders[1].Pin = "12345";
        List<ItlOrderResult> results = new();
        RunSummary run = await client.SyncAsync(orders, results.Add);

        Assert.Equal(["Accepted", "Invalid", "Accepted"], results.Select(result => result.Outcome));
        Assert.Contains("pin", results[1].Message, StringComparison.Ordinal);
        Assert.Contains("12345", results[1].Message, StringComparison.Ordinal);
        Assert.NotEmpty(results[1].RecommendedAction!);
        Assert.Equal((1L, 2), (run.Requests, run.ExitCode));
    }

    [Fact]
    public async Task What_was_found_when_a_file_was_read_stops_an_order_too()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        Finding disagreement = new(Finding.Error, "total_amount", "7", "Rows disagree on total_amount: '7' and '8'.", "Mend the rows.");
        GroupedOrder torn = new(OrderSamples.Cod("A-1"), [disagreement], [], [], null);
        List<ItlOrderResult> results = new();
        await client.SyncAsync([torn, new GroupedOrder(OrderSamples.Cod("A-2"), [], [], [], null)], results.Add);

        Assert.Equal(["Invalid", "Accepted"], results.Select(result => result.Outcome));
        Assert.Equal("Mend the rows.", results[0].RecommendedAction);
    }

    [Fact]
    public async Task The_same_order_again_is_sent_once_and_with_other_content_it_is_invalid()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        Order other = OrderSamples.Cod("A-1");
        other.TotalAmount = "7";
        List<ItlOrderResult> results = new();
        await client.SyncAsync([OrderSamples.Cod("A-1"), OrderSamples.Cod("A-1"), other], results.Add);

        Assert.Equal(["Accepted", "Skipped", "Invalid"], results.Select(result => result.Outcome));
        Assert.Contains("ConvertTo-ItlOrder -Unsorted", results[2].RecommendedAction!, StringComparison.Ordinal);
        Assert.Equal(1, sandbox.Itl.AcceptedCount);
    }

    [Fact]
    public async Task A_second_run_over_the_same_orders_finds_duplicates()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        await client.SyncAsync(Orders(30), _ => { });
        RunSummary again = await client.SyncAsync(Orders(30), _ => { });

        Assert.Equal("30 in = 30 Duplicate", again.Counts);
        Assert.Equal(30, sandbox.Itl.AcceptedCount);
    }

    [Fact]
    public async Task A_stop_settles_what_came_in_in_flight_unknown_the_rest_not_sent()
    {
        TaskCompletionSource<bool> taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using SyncRig rig = new(new ScriptedHandler(Hang(() => taken.TrySetResult(true))), new SyncOptions { BatchSize = 2, ThrottleLimit = 1 });
        using CancellationTokenSource stop = new();
        Task<List<ItlOrderResult>> run = rig.SyncAsync(Orders(4).Select((order, index) => index == 3 ? StopAfter(order) : order), stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("4 in = 2 Unknown + 2 NotSent", rig.Summary.Counts);
        Assert.Equal("Stopped", rig.Summary.EndedBy);

        Order StopAfter(Order order)
        {
            Assert.True(taken.Task.Wait(TimeSpan.FromSeconds(30)));
            stop.Cancel();
            return order;
        }
    }

    [Fact]
    public async Task Two_batches_refused_in_all_their_parts_open_the_breaker_and_the_rest_is_not_sent()
    {
        using SyncRig rig = new(new ScriptedHandler(Reply(200, "null")), new SyncOptions { BatchSize = 4, ThrottleLimit = 1 });
        List<ItlOrderResult> results = await rig.SyncAsync(Orders(40));

        Assert.Equal("40 in = 8 Rejected + 32 NotSent", rig.Summary.Counts);
        Assert.Contains("so it is not the orders", results[39].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_larger_than_the_vendor_takes_is_refused()
    {
        ServiceConfigurationException failure = Assert.Throws<ServiceConfigurationException>(
            () => new SyncRig(new ScriptedHandler(Reply(200)), new SyncOptions { BatchSize = 26 }));

        Assert.Equal("BatchSizeOutOfRange", failure.ErrorId);
        Assert.Contains("26", failure.Message, StringComparison.Ordinal);
    }

    private static ItlClient Client(SandboxServer sandbox) =>
        new(new ItlConnection(sandbox.Itl.BaseAddress, sandbox.Itl.AccessToken, sandbox.Itl.SecretKey));

    private static IEnumerable<Order> Orders(int count) => Enumerable.Range(0, count).Select(index => OrderSamples.Cod($"A-{index}"));
}
