using System;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Commands.Operations;
using Xunit;

namespace OrderOps.PowerShell.Tests.Operations;

public sealed class ResolutionTests
{
    [Theory]
    [InlineData("Accepted", Outcome.NotSent, true)]
    [InlineData("Duplicate", Outcome.NotSent, true)]
    [InlineData("Unknown", Outcome.NotSent, false)]
    [InlineData("Rejected", Outcome.NotSent, false)]
    [InlineData("NotSent", Outcome.NotSent, false)]
    [InlineData("Accepted", Outcome.Accepted, false)]
    [InlineData("Unknown", Outcome.Accepted, false)]
    public void Only_what_was_accepted_and_may_be_sent_again_needs_consent(string stands, Outcome outcome, bool needed) =>
        Assert.Equal(needed, Resolution.NeedsConsent(Entry(outcome: stands), outcome));

    [Theory]
    [InlineData("Accepted")]
    [InlineData("Rejected")]
    [InlineData("Unknown")]
    [InlineData("NotSent")]
    public void An_order_that_stands_once_and_is_settled_can_be_resolved(string stands) =>
        Assert.Null(Resolution.Obstacle("A-1", [Entry(outcome: stands)], "journal.db"));

    [Fact]
    public void One_that_is_not_there_can_not() => Assert.Equal("OrderNotFound", Resolution.Obstacle("A-1", [], "journal.db")?.ErrorId);

    [Fact]
    public void One_that_a_run_has_in_hand_can_not() =>
        Assert.Equal("OrderInHand", Resolution.Obstacle("A-1", [Entry(outcome: "Sending")], "journal.db")?.ErrorId);

    [Theory]
    [InlineData("Cancel", "https://x/", "north", "", "-Operation")]
    [InlineData("Sync", "https://y/", "north", "", "-BaseUri")]
    [InlineData("Sync", "https://x/", "south", "", "-Account")]
    [InlineData("Sync", "https://x/", "north", "1", "-SubOrder")]
    [InlineData("Cancel", "https://y/", "south", "1", "-Operation, -BaseUri, -Account, -SubOrder")]
    public void One_that_stands_twice_can_not_and_it_is_said_what_tells_them_apart(string operation, string address, string account, string subOrder, string parameters)
    {
        Obstacle? obstacle = Resolution.Obstacle("A-1", [Entry(), Entry(operation, address, account, subOrder)], "journal.db");
        Assert.Equal("OrderAmbiguous", obstacle?.ErrorId);
        Assert.StartsWith($"Say which one is meant with {parameters}, or", obstacle!.Remedy, StringComparison.Ordinal);
        Assert.Contains("Itl Sync at https://x/ as north", obstacle.Message, StringComparison.Ordinal);
        Assert.Contains($"Itl {operation} at {address} as {account}", obstacle.Message, StringComparison.Ordinal);
    }

    private static JournalEntry Entry(string operation = "Sync", string address = "https://x/", string account = "north", string subOrder = "", string outcome = "Unknown") =>
        new() { Service = "Itl", Operation = operation, BaseAddress = address, Account = account, Key = "A-1", OrderNumber = "A", SubOrder = subOrder, Outcome = outcome };
}
