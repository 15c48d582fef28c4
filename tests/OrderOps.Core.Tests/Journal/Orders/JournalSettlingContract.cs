using System;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What stands in the journal once an order is settled.</summary>
public abstract class JournalSettlingContract : JournalContract
{
    [Fact]
    public async Task All_that_is_known_is_kept()
    {
        RunSummary summary = Summary();
        IJournal journal = Open();
        IJournalRun run = Begin(journal, summary);
        await run.ClaimAsync([Sync("A", part: "1")]);
        DateTimeOffset sent = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(3));
        await run.SettleAsync([new SettledOrder("Sync", new OrderIdentity("A", "1"), Outcome.Rejected, "no such pincode ✗", "AWB1", 4, 2, 207)]);

        JournalEntry entry = Only(journal, "A/1");
        Assert.Equal(("Itl", "https://api.example/v1", "shop", "Sync"), (entry.Service, entry.BaseAddress, entry.Account, entry.Operation));
        Assert.Equal(("A/1", "A", "1"), (entry.Key, entry.OrderNumber, entry.SubOrder));
        Assert.Equal(("Rejected", "no such pincode ✗", "AWB1"), (entry.Outcome, entry.Message, entry.Reference));
        Assert.Equal((4, 2, 207, summary.RunId), (entry.Batch, entry.Attempts, entry.StatusCode, entry.RunId));
        Assert.Equal((sent, sent, sent.AddSeconds(3)), (entry.FirstSent, entry.Sent, entry.Settled));
        Assert.Equal(journal.Location, entry.Journal);
        Assert.Null(entry.ResolvedBy);
    }

    [Fact]
    public async Task Sent_again_it_is_one_order_with_the_later_word()
    {
        IJournal journal = Open();
        await Send(Begin(journal), Sync("A1", 1), Outcome.Rejected, "first", "R1");
        DateTimeOffset first = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        RunSummary later = Summary();
        await Send(Begin(journal, later), Sync("A1", 2), Outcome.Accepted, "second");

        JournalEntry entry = Only(journal, "A1");
        Assert.Equal(("Accepted", "second", null, 2), (entry.Outcome, entry.Message, entry.Reference, entry.Attempts));
        Assert.Equal((first, first.AddHours(1), later.RunId, 2UL), (entry.FirstSent, entry.Sent, entry.RunId, entry.Content));
    }

    [Theory]
    [InlineData(Outcome.Accepted, Outcome.NotSent)]
    [InlineData(Outcome.Unknown, Outcome.NotSent)]
    [InlineData(Outcome.Unknown, Outcome.Invalid)]
    [InlineData(Outcome.Rejected, Outcome.NotSent)]
    [InlineData(Outcome.Accepted, Outcome.Rejected)]
    [InlineData(Outcome.Duplicate, Outcome.Rejected)]
    public async Task What_sends_nothing_or_is_refused_does_not_undo_what_was_known(Outcome earlier, Outcome later)
    {
        IJournal journal = Open();
        RunSummary first = Summary();
        await Send(Begin(journal, first), Sync("A1", 1), earlier, "first word", "R1");
        JournalEntry before = Only(journal, "A1");
        Time.Advance(TimeSpan.FromHours(1));
        RunSummary second = Summary();
        IJournalRun again = Begin(journal, second, new SendRules(ResendUnknown: true, ResendAccepted: true));
        Assert.Equal(ClaimKind.Send, await Claim(again, Sync("A1", 2)));
        await again.SettleAsync([Settled(Sync("A1", 2), later, "second word", attempts: 3)]);

        JournalEntry after = Only(journal, "A1");
        Assert.Equal((before.Outcome, before.Message, before.Reference, before.RunId), (after.Outcome, after.Message, after.Reference, after.RunId));
        Assert.Equal((before.Content, before.Sent, before.Settled, before.Attempts + 3), (after.Content, after.Sent, after.Settled, after.Attempts));
        Assert.Equal(1, Run(journal, second)[later]);
    }

    [Theory]
    [InlineData(Outcome.Unknown, Outcome.Rejected, false)]
    [InlineData(Outcome.Accepted, Outcome.Unknown, false)]
    [InlineData(Outcome.Accepted, Outcome.Rejected, true)]
    public async Task Else_the_later_word_stands(Outcome earlier, Outcome later, bool repeatable)
    {
        IJournal journal = Open();
        OrderClaim order = repeatable ? Update("A1") : Sync("A1");
        await Send(Begin(journal), order, earlier);
        await Send(Begin(journal, rules: new SendRules(ResendUnknown: true, ResendAccepted: true)), order, later);
        Assert.Equal(later.ToString(), Only(journal, "A1").Outcome);
    }

    [Fact]
    public async Task A_lost_order_that_was_then_not_sent_stays_unknown()
    {
        IJournal journal = Open();
        RunSummary dead = Summary();
        await Claim(Begin(journal, dead), Sync("A1"));
        LetDie(dead);
        await Send(Begin(journal, rules: new SendRules(ResendUnknown: true)), Sync("A1"), Outcome.NotSent);
        Assert.Equal("Unknown", Only(journal, "A1").Outcome);
        Assert.Equal(ClaimKind.StayUnknown, await Claim(Begin(journal), Sync("A1")));
    }

    [Fact]
    public async Task Several_batches_at_once_all_stand()
    {
        IJournal journal = Open();
        IJournalRun run = Begin(journal);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async batch =>
        {
            OrderClaim[] orders = [.. Enumerable.Range(0, 25).Select(i => Sync($"A{batch}-{i}"))];
            await run.ClaimAsync(orders);
            await run.SettleAsync([.. orders.Select(order => Settled(order, Outcome.Accepted))]);
        }));
        Assert.Equal(1000, journal.Count(new JournalQuery { Outcomes = ["Accepted"] }));
    }
}
