using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What a later run is told of an order that an earlier one sent.</summary>
public abstract class JournalClaimContract : JournalContract
{
    [Theory]
    [InlineData(Outcome.Accepted, "Skip")]
    [InlineData(Outcome.Duplicate, "Skip")]
    [InlineData(Outcome.Rejected, "Send")]
    [InlineData(Outcome.Invalid, "Send")]
    [InlineData(Outcome.Unknown, "StayUnknown")]
    [InlineData(Outcome.NotSent, "Send")]
    public async Task A_sync_is_claimed_again_by_its_earlier_outcome(Outcome earlier, string kind)
    {
        using (IJournalRun first = Begin(Open()))
        {
            await Send(first, Sync("A1"), earlier, "said so", "R7");
        }

        IJournalRun run = Begin(Open());
        ClaimAnswer foreseen = run.Foresee(Sync("A1"));
        ClaimAnswer answer = Assert.Single(await run.ClaimAsync([Sync("A1")]));
        Assert.Equal(kind, answer.Kind.ToString());
        Assert.Equal(kind, foreseen.Kind.ToString());
        Assert.Equal((earlier.ToString(), "said so", "R7"), (answer.Earlier!.Outcome, answer.Earlier.Message, answer.Earlier.Reference));
    }

    [Fact]
    public async Task An_order_that_was_never_sent_is_sent_and_foreseen_so()
    {
        IJournalRun run = Begin(Open());
        Assert.Equal(ClaimKind.Send, run.Foresee(Sync("A1")).Kind);
        Assert.Equal([ClaimKind.Send, ClaimKind.Send], (await run.ClaimAsync([Sync("A1"), Sync("A1", part: "2")])).Select(answer => answer.Kind));
    }

    [Fact]
    public async Task Number_and_part_do_not_run_into_each_other()
    {
        IJournalRun run = Begin(Open());
        await Send(run, Sync("A", part: "1"), Outcome.Accepted);
        Assert.Equal(ClaimKind.Send, run.Foresee(Sync("A/1")).Kind);
        Assert.Equal(ClaimKind.Send, await Claim(run, Sync("A/1")));
    }

    [Fact]
    public async Task What_is_committed_meanwhile_is_foreseen()
    {
        IJournal journal = Open();
        IJournalRun looking = Begin(journal);
        Assert.Equal(ClaimKind.Send, looking.Foresee(Sync("A1")).Kind);
        await Send(Begin(Open()), Sync("A1"), Outcome.Accepted);
        Assert.Equal(ClaimKind.Skip, looking.Foresee(Sync("A1")).Kind);
    }

    [Fact]
    public async Task The_content_that_was_sent_is_known()
    {
        await Send(Begin(Open()), Sync("A1", content: ulong.MaxValue), Outcome.Accepted);
        JournalEntry earlier = Begin(Open()).Foresee(Sync("A1", content: 5)).Earlier!;
        Assert.Equal(ulong.MaxValue, earlier.Content);
        Assert.Equal("ffffffffffffffff", earlier.ContentHash);
    }

    [Theory]
    [InlineData("other", "https://api.example/v1", "Itl")]
    [InlineData("shop", "https://staging.example/v1", "Itl")]
    [InlineData("shop", "https://api.example/v2", "Itl")]
    [InlineData("shop", "https://api.example/v1", "External")]
    public async Task Another_account_address_or_service_has_its_own_orders(string account, string address, string service)
    {
        await Send(Begin(Open()), Sync("A1"), Outcome.Accepted);
        IJournalRun run = Begin(Open(), Summary(account, address, service));
        Assert.Equal(ClaimKind.Send, run.Foresee(Sync("A1")).Kind);
        Assert.Equal(ClaimKind.Send, await Claim(run, Sync("A1")));
    }

    [Fact]
    public async Task Another_operation_has_its_own_orders()
    {
        IJournalRun run = Begin(Open());
        await Send(run, Sync("A1"), Outcome.Accepted);
        Assert.Equal(ClaimKind.Send, await Claim(run, Update("A1")));
    }

    [Theory]
    [InlineData("SHOP", "https://API.example:443/v1/", "itl")]
    [InlineData("shop", "https://user:word@api.example/v1?x=1", "Itl")]
    public async Task The_same_in_another_spelling_is_the_same(string account, string address, string service)
    {
        await Send(Begin(Open()), Sync("A1"), Outcome.Accepted);
        Assert.Equal(ClaimKind.Skip, await Claim(Begin(Open(), Summary(account, address, service)), Sync("A1")));
    }

    [Fact]
    public async Task Within_one_run_a_sync_is_in_hand_once()
    {
        IJournalRun run = Begin(Open());
        IReadOnlyList<ClaimAnswer> answers = await run.ClaimAsync([Sync("A1"), Sync("A1")]);
        Assert.Equal([ClaimKind.Send, ClaimKind.Held], answers.Select(answer => answer.Kind));
    }

    [Fact]
    public async Task Within_one_run_an_update_may_be_in_hand_twice_and_then_never_counts_as_unchanged()
    {
        RunSummary summary = Summary();
        IJournal journal = Open();
        IJournalRun run = Begin(journal, summary, new SendRules(SkipUnchanged: true));
        Assert.All(await run.ClaimAsync([Update("A1", 1), Update("A1", 2)]), answer => Assert.Equal(ClaimKind.Send, answer.Kind));
        Assert.Empty(await run.SettleAsync([Settled(Update("A1", 1), Outcome.Accepted)]));
        Assert.Equal(ClaimKind.Send, run.Foresee(Update("A1", 1)).Kind);
        Assert.Empty(await run.SettleAsync([Settled(Update("A1", 2), Outcome.Rejected)]));
        Assert.Equal(("Rejected", 2), (Only(journal, "A1").Outcome, Only(journal, "A1").Attempts));
    }

    [Fact]
    public async Task Of_two_at_the_same_time_each_order_is_sent_by_one()
    {
        const int Orders = 1000;
        OrderClaim[][] batches = [.. Enumerable.Range(0, Orders / 25).Select(batch => Enumerable.Range(batch * 25, 25).Select(i => Sync("A" + i)).ToArray())];
        int[] sent = new int[Orders];
        async Task SendAllAsync(IJournalRun run)
        {
            await Task.Yield();
            foreach (OrderClaim[] batch in batches)
            {
                IReadOnlyList<ClaimAnswer> answers = await run.ClaimAsync(batch);
                OrderClaim[] own = [.. batch.Where((_, place) => answers[place].Kind == ClaimKind.Send)];
                foreach (OrderClaim order in own)
                {
                    Interlocked.Increment(ref sent[int.Parse(order.Key.Number.Substring(1))]);
                }

                Assert.Empty(await run.SettleAsync([.. own.Select(order => Settled(order, Outcome.Accepted))]));
            }
        }

        await Task.WhenAll(SendAllAsync(Begin(Open())), SendAllAsync(Begin(Open())));
        Assert.All(sent, times => Assert.Equal(1, times));
    }
}
