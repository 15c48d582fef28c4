using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Itl.Client;

public sealed class CancelTests
{
    [Fact]
    public async Task Awbs_are_cancelled_by_position_and_again_they_are_duplicates()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        await client.SyncAsync(Enumerable.Range(0, 3).Select(index => OrderSamples.Cod($"A-{index}")), _ => { });
        string[] numbers = sandbox.Itl.AwbNumbers.ToArray();

        List<ItlCancelResult> first = await CancelAsync(client, numbers);
        List<ItlCancelResult> again = await CancelAsync(client, numbers);

        Assert.All(first, result => Assert.Equal("Accepted", result.Outcome));
        Assert.Equal(numbers, first.Select(result => result.AwbNumber));
        Assert.All(first, result => Assert.Equal(sandbox.Itl.Accepted.Single(order => order.AwbNumber == result.AwbNumber).OrderNumber, result.Reference));
        Assert.All(again, result => Assert.Equal("Duplicate", result.Outcome));
    }

    [Fact]
    public async Task At_most_a_hundred_leave_in_a_request()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        RunSummary run = await client.CancelAsync(Enumerable.Range(0, 250).Select(index => $"9{index:D10}"), _ => { });

        Assert.Equal((250L, 3L), (run.Rejected, run.Requests));
    }

    [Theory]
    [InlineData("86210010463,86210010464")]
    [InlineData("8621 0010463")]
    [InlineData("8.62E+10")]
    [InlineData("")]
    public async Task What_would_shift_the_list_is_refused_and_the_others_go_on(string bad)
    {
        using SandboxServer sandbox = SandboxServer.Start();
        using ItlClient client = Client(sandbox);
        await client.SyncAsync([OrderSamples.Cod()], _ => { });
        List<ItlCancelResult> results = await CancelAsync(client, bad, sandbox.Itl.AwbNumbers[0]);

        Assert.Equal(["Invalid", "Accepted"], results.Select(result => result.Outcome));
        Assert.Contains(bad, results[0].Message, StringComparison.Ordinal);
        Assert.NotEmpty(results[0].RecommendedAction!);
    }

    [Fact]
    public async Task A_reset_after_processing_is_repeated_and_comes_back_as_done()
    {
        using SandboxServer sandbox = SandboxServer.Start();
        ItlConnection connection = new(sandbox.Itl.BaseAddress, sandbox.Itl.AccessToken, sandbox.Itl.SecretKey);
        connection.Transport.RetryInterval = TimeSpan.FromMilliseconds(1);
        using ItlClient client = new(connection);
        await client.SyncAsync([OrderSamples.Cod()], _ => { });
        sandbox.Faults.Next(Fault.ResetAfter(), on: "cancel");
        ItlCancelResult result = Assert.Single(await CancelAsync(client, sandbox.Itl.AwbNumbers[0]));

        Assert.Equal(2, result.Attempts);
        Assert.Equal("Accepted", result.Outcome);
    }

    private static async Task<List<ItlCancelResult>> CancelAsync(ItlClient client, params string[] awbNumbers)
    {
        List<ItlCancelResult> results = new();
        await client.CancelAsync(awbNumbers, results.Add);
        return results;
    }

    private static ItlClient Client(SandboxServer sandbox) =>
        new(new ItlConnection(sandbox.Itl.BaseAddress, sandbox.Itl.AccessToken, sandbox.Itl.SecretKey));
}
