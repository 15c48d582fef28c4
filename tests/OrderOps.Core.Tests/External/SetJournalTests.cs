using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.External;
using OrderOps.Journal;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.External;

/// <summary>What the journal makes of a create, which is never repeated, and of updates and deletions, which may be.</summary>
public sealed class SetJournalTests : IDisposable
{
    private readonly MemoryJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_create_is_not_sent_again_and_its_key_is_the_rrn()
    {
        using ExternalRig rig = Rig((201, "[{\"order_id\":7,\"rrn\":\"A\"}]"));
        Assert.Equal("Accepted", await SetAsync(rig, new Order { Rrn = "A" }));

        Assert.Equal("Skipped", await SetAsync(rig, new Order { Rrn = "A" }));
        Assert.Equal("7", Assert.Single(await rig.SetAsync(1, new Order { Rrn = "A" })).Reference);
        Assert.Single(rig.Requests);
    }

    [Theory]
    [InlineData(false, "Unknown", 1)]
    [InlineData(true, "Duplicate", 2)]
    public async Task A_create_that_may_have_arrived_is_sent_again_only_where_that_was_said(bool resend, string outcome, int requests)
    {
        using ExternalRig rig = Rig((0, ""), (400, "[{\"rrn\":[\"An order with this rrn already exists.\"]}]"));
        Assert.Equal("Unknown", await SetAsync(rig, new Order { Rrn = "A" }));
        rig.Journal = new RunJournal(_journal, new SendRules(ResendUnknown: resend));

        Assert.Equal(outcome, await SetAsync(rig, new Order { Rrn = "A" }));
        Assert.Equal(requests, rig.Requests.Count);
    }

    [Fact]
    public async Task An_update_is_sent_by_every_run_and_is_another_thing_than_a_create_of_the_same_number()
    {
        using ExternalRig rig = Rig((200, "[{\"order_id\":1}]"));
        Assert.Equal("Accepted", await SetAsync(rig, new Order { Rrn = "1" }));
        Assert.Equal("Accepted", await SetAsync(rig, new Order { OrderId = "1" }));

        Assert.Equal("Accepted", await SetAsync(rig, new Order { OrderId = "1" }));
        Assert.Equal(["Create", "Update"], _journal.Operations.OrderBy(operation => operation));
    }

    [Fact]
    public async Task An_unchanged_update_and_a_deletion_are_skipped_where_that_was_asked_for()
    {
        using ExternalRig rig = Rig((200, "[{\"order_id\":1}]"), (204, ""));
        await SetAsync(rig, new Order { OrderId = "1" });
        await rig.DeleteAsync("5");
        rig.Journal = new RunJournal(_journal, new SendRules(SkipUnchanged: true));

        Assert.Equal("Skipped", await SetAsync(rig, new Order { OrderId = "1" }));
        Assert.Equal("Skipped", Assert.Single(await rig.DeleteAsync("5")).Outcome);
        Assert.Equal("Accepted", await SetAsync(rig, new Order { OrderId = "1", Shop = "3" }));
        Assert.Equal(3, rig.Requests.Count);
    }

    private static async Task<string> SetAsync(ExternalRig rig, Order order) => Assert.Single(await rig.SetAsync(1, order)).Outcome;

    private ExternalRig Rig(params (int Status, string Body)[] replies) => new(replies) { Journal = new RunJournal(_journal, new SendRules()) };
}
