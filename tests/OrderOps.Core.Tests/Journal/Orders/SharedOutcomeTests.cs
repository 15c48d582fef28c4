using System.Collections.Generic;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>What the orders of a claim share is found, and nothing else is taken for it.</summary>
public sealed class SharedOutcomeTests
{
    private readonly HeldClaim _claim = new(7, 4);

    [Theory]
    [InlineData("AAAA", "0123")]
    [InlineData("ARAA", "023")]
    [InlineData("RARR", "023")]
    [InlineData("AUAU", "02")]
    [InlineData("UUUU", "")]
    public void Most_share_it_but_never_Unknown_ones(string outcomes, string sharing)
    {
        SharedOutcome? shared = SharedOutcome.Of([.. outcomes.Select(Order)], [.. outcomes.Select((_, i) => Held(i))]);
        Assert.Equal(sharing, string.Concat(Enumerable.Range(0, 4).Where(i => shared?.Has(i) == true)));
        Assert.Equal(sharing.Length, shared?.Count ?? 0);
    }

    [Fact]
    public void References_stand_by_the_place_in_the_claim()
    {
        int[] places = [2, 0, 3, 1];
        SettledOrder[] orders = [.. places.Select(place => Order('A', place) with { Reference = place == 1 ? null : "R" + place })];
        SharedOutcome shared = SharedOutcome.Of(orders, [.. places.Select(Held)])!;
        Assert.Equal(new[] { "R0", null, "R2", "R3", null }, Enumerable.Range(0, 5).Select(place => ReferenceLines.Read(shared.References, place)));
        Assert.Equal("R0\n\n\nR3", ReferenceLines.Keep(shared.References!, new HashSet<int> { 0, 3 }));
        Assert.Null(ReferenceLines.Keep(shared.References!, new HashSet<int> { 1 }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void A_reference_that_is_no_line_stands_alone(string reference)
    {
        SettledOrder[] orders = [.. Enumerable.Range(0, 4).Select(i => Order('A', i))];
        orders[1] = orders[1] with { Reference = reference };
        Assert.False(SharedOutcome.Of(orders, [.. Enumerable.Range(0, 4).Select(Held)])!.Has(1));
    }

    [Fact]
    public void Nothing_is_shared_by_a_part_of_a_claim_or_orders_of_two()
    {
        SettledOrder[] orders = [.. Enumerable.Range(0, 4).Select(i => Order('A', i))];
        Assert.Null(SharedOutcome.Of([.. orders.Take(3)], [Held(0), Held(1), Held(2)]));
        Assert.Null(SharedOutcome.Of(orders, [Held(0), Held(1), Held(2), null]));
        Assert.Null(SharedOutcome.Of(orders, [Held(0), Held(1), Held(2), new HeldOrder(new HeldClaim(8, 4), 0, null, false)]));
        Assert.Null(SharedOutcome.Of([], []));
    }

    [Fact]
    public void What_stays_as_it_was_shares_nothing()
    {
        SettledOrder[] orders = [.. Enumerable.Range(0, 4).Select(i => Order('N', i))];
        SharedOutcome shared = SharedOutcome.Of(orders, [Held(0), new HeldOrder(_claim, 1, new OrderRow { State = OrderState.Accepted }, false), Held(2), Held(3)])!;
        Assert.Equal((3, false), (shared.Count, shared.Has(1)));
    }

    private HeldOrder? Held(int place) => new HeldOrder(_claim, place, null, false);

    private static SettledOrder Order(char outcome, int place) => new(
        "Sync",
        new OrderIdentity("A" + place),
        outcome switch { 'A' => Outcome.Accepted, 'R' => Outcome.Rejected, 'N' => Outcome.NotSent, _ => Outcome.Unknown },
        "said",
        null,
        1,
        1,
        200);
}
