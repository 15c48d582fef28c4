using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>What most orders of a claim ended with, so that it needs to be written only once.</summary>
internal sealed class SharedOutcome
{
    private readonly bool[] _has;

    private SharedOutcome(HeldClaim claim, SettledOrder outcome, bool[] has, string? references)
    {
        Claim = claim;
        Outcome = outcome;
        References = references;
        _has = has;
        Count = has.Count(one => one);
    }

    /// <summary>The claim.</summary>
    public HeldClaim Claim { get; }

    /// <summary>How many orders ended with it.</summary>
    public int Count { get; }

    /// <summary>One of them.</summary>
    public SettledOrder Outcome { get; }

    /// <summary>Their references, as they stand on the claim's row.</summary>
    public string? References { get; }

    /// <summary>Whether an order is one of them.</summary>
    public bool Has(int place) => _has[place];

    /// <summary>Finds it.</summary>
    /// <param name="orders">What became of orders.</param>
    /// <param name="held">By which claim each was in hand.</param>
    /// <returns>Nothing where they are not all of one claim, or each is for itself.</returns>
    public static SharedOutcome? Of(IReadOnlyList<SettledOrder> orders, IReadOnlyList<HeldOrder?> held)
    {
        if (held.Count == 0 || held[0]?.Claim is not { } claim || claim.Count != held.Count || held.Any(one => one?.Claim != claim))
        {
            return null;
        }

        int[] able = [.. Enumerable.Range(0, orders.Count).Where(i => CanShare(orders[i], held[i]!))];
        if (able.Length == 0)
        {
            return null;
        }

        int most = Alike(orders, able, able[0]) == able.Length
            ? able[0]
            : able.GroupBy(i => Shared(orders[i])).OrderByDescending(group => group.Count()).First().First();
        bool[] has = new bool[orders.Count];
        string?[] references = new string?[orders.Count];
        foreach (int i in able.Where(i => Shared(orders[i]) == Shared(orders[most])))
        {
            has[i] = true;
            references[held[i]!.Place] = orders[i].Reference;
        }

        return new SharedOutcome(claim, orders[most], has, ReferenceLines.Join(references));
    }

    // Unknown ones stand on their own rows, where the index for them is, and of an order in two batches either may have the last word.
    private static bool CanShare(SettledOrder order, HeldOrder held) =>
        !held.IsShared && order.Outcome != Outcomes.Outcome.Unknown && ReferenceLines.Fits(order.Reference) && !held.StandsAfter(OrderState.Of(order.Outcome));

    private static int Alike(IReadOnlyList<SettledOrder> orders, int[] able, int one) => able.Count(i => Shared(orders[i]) == Shared(orders[one]));

    private static (Outcome, string, int?, int, int?) Shared(SettledOrder order) =>
        (order.Outcome, order.Message, order.Batch, order.Attempts, order.StatusCode);
}
