using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

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
    [MethodImpl(Compiled.AtOnce)]
    public static SharedOutcome? Of(IReadOnlyList<SettledOrder> orders, IReadOnlyList<HeldOrder?> held)
    {
        if (held.Count == 0 || held[0]?.Claim is not { } claim || claim.Count != held.Count)
        {
            return null;
        }

        bool[] able = new bool[orders.Count];
        for (int i = 0; i < able.Length; i++)
        {
            if (held[i] is not { } one || one.Claim != claim)
            {
                return null;
            }

            able[i] = CanShare(orders[i], one);
        }

        if (Array.IndexOf(able, true) is var first && first < 0)
        {
            return null;
        }

        SettledOrder most = MostAlike(orders, able, orders[first]);
        string?[] references = new string?[orders.Count];
        for (int i = 0; i < able.Length; i++)
        {
            if (able[i] &= Alike(orders[i], most))
            {
                references[held[i]!.Place] = orders[i].Reference;
            }
        }

        return new SharedOutcome(claim, most, able, ReferenceLines.Join(references));
    }

    private static SettledOrder MostAlike(IReadOnlyList<SettledOrder> orders, bool[] able, SettledOrder first)
    {
        SettledOrder[] some = [.. orders.Where((_, i) => able[i])];
        return Array.TrueForAll(some, order => Alike(order, first))
            ? first
            : some.GroupBy(order => (order.Outcome, order.Message, order.Batch, order.Attempts, order.StatusCode)).OrderByDescending(group => group.Count()).First().First();
    }

    // Unknown ones stand on their own rows, where the index for them is, and of an order in two batches either may have the last word.
    private static bool CanShare(SettledOrder order, HeldOrder held) =>
        !held.IsShared && order.Outcome != Outcomes.Outcome.Unknown && ReferenceLines.Fits(order.Reference) && !held.StandsAfter(OrderState.Of(order.Outcome));

    private static bool Alike(SettledOrder one, SettledOrder other) =>
        one.Outcome == other.Outcome && one.Message == other.Message && one.Batch == other.Batch && one.Attempts == other.Attempts && one.StatusCode == other.StatusCode;
}
