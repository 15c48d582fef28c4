using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Integration;
using OrderOps.Journal;
using OrderOps.Tests.Support;
using OrderOps.Tests.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Integration;

/// <summary>What the journal makes of an upsert, which may be repeated.</summary>
public sealed class UpsertJournalTests : IDisposable
{
    private readonly MemoryJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Theory]
    [InlineData(false, "Duplicate", 2)]
    [InlineData(true, "Skipped", 1)]
    public async Task A_later_run_sends_it_again_and_knows_that_it_is_unchanged(bool skipUnchanged, string outcome, int calls)
    {
        ScriptedHandler service = new(Reply(200, UpsertSamples.Counts(1, 0, 0)), Reply(200, UpsertSamples.Counts(0, 0, 1)));
        await SetAsync(service, UpsertSamples.Numbered(0));
        UpsertResult again = await SetAsync(service, UpsertSamples.Numbered(0), new SendRules(SkipUnchanged: skipUnchanged));

        Assert.Equal((outcome, null, null), (again.Outcome, again.ErrorId, again.Warning));
        Assert.Equal(calls, service.Calls);
    }

    [Fact]
    public async Task Skipped_by_the_service_with_other_content_than_before_is_as_unknown_as_ever()
    {
        ScriptedHandler service = new(Reply(200, UpsertSamples.Counts(1, 0, 0)), Reply(200, UpsertSamples.Counts(0, 0, 1)));
        await SetAsync(service, UpsertSamples.Numbered(0));
        Order changed = UpsertSamples.Numbered(0);
        changed.TotalAmount = "1";

        Assert.Equal("Unknown", (await SetAsync(service, changed)).Outcome);
    }

    [Fact]
    public async Task What_was_never_taken_is_not_taken_for_unchanged()
    {
        ScriptedHandler service = new(Reply(200, UpsertSamples.Counts(0, 0, 1)));
        await SetAsync(service, UpsertSamples.Numbered(0));

        Assert.Equal("Unknown", (await SetAsync(service, UpsertSamples.Numbered(0))).Outcome);
        Assert.Equal(2, service.Calls);
    }

    [Fact]
    public async Task A_whole_request_is_unchanged_only_where_each_of_it_was_taken_before()
    {
        ScriptedHandler service = new(Reply(200, UpsertSamples.Counts(2, 0, 0)), Reply(200, UpsertSamples.Counts(0, 0, 2)), Reply(200, UpsertSamples.Counts(0, 0, 3)));
        await SetAsync(service, 2);
        Assert.All(await SetAsync(service, 2), result => Assert.Equal("Duplicate", result.Outcome));

        Assert.All(await SetAsync(service, 3), result => Assert.Equal("Unknown", result.Outcome));
    }

    [Fact]
    public async Task A_price_is_another_thing_than_an_order_of_the_same_number()
    {
        ScriptedHandler service = new(Reply(200, UpsertSamples.Counts(1, 0, 0)));
        await SetAsync(service, UpsertSamples.Numbered(0));
        using UpsertRig rig = new(service, endpoint: UpsertEndpoint.Products, journal: new RunJournal(_journal, new SendRules(SkipUnchanged: true)));

        Assert.Equal("Accepted", Assert.Single(await rig.SetAsync([new ProductPrice { ProductSkuId = "O-0", Amount = "1" }])).Outcome);
    }

    private async Task<UpsertResult> SetAsync(ScriptedHandler service, Order order, SendRules? rules = null)
    {
        using UpsertRig rig = new(service, new UpsertOptions { OneByOne = true }, journal: new RunJournal(_journal, rules ?? new SendRules()));
        return Assert.Single(await rig.SetAsync([order]));
    }

    private async Task<List<UpsertResult>> SetAsync(ScriptedHandler service, int count)
    {
        using UpsertRig rig = new(service, journal: new RunJournal(_journal, new SendRules()));
        return await rig.SetAsync(UpsertSamples.Orders(count));
    }
}
