using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>
/// The outcomes of one batch. What the orders of one claim share is written once; what differs, on the order's own row.
/// Writing it again, after a commit that failed, gives the same.
/// </summary>
internal sealed class BatchOutcome
{
    private readonly long _run;
    private readonly IReadOnlyList<SettledOrder> _orders;
    private readonly long[] _scopes;
    private readonly OrdersInHand _inHand;
    private readonly bool[] _last;
    private HeldOrder?[]? _released;
    private readonly SharedOutcome? _shared;

    public BatchOutcome(
        long run, IReadOnlyList<SettledOrder> orders, long[] scopes, OrdersInHand inHand)
    {
        _run = run;
        _orders = orders;
        _scopes = scopes;
        _inHand = inHand;
        _last = new bool[orders.Count];
        _shared = SharedOutcome.Of(orders, [.. orders.Select(order => inHand.Find(order.Operation, order.Key))]);
    }

    /// <summary>Writes the outcomes.</summary>
    /// <returns>The places of those that are another run's by now.</returns>
    public IReadOnlyList<int> Write(OrderWriter writer, long now)
    {
        List<int> lost = [];
        int sent = 0;
        _released ??= Release();

        // The differing ones first: as long as the claim is open, they stand as being sent.
        sent += Alone(writer, now, shared: false, lost);
        if (_shared is { } some)
        {
            sent += writer.Claims.Settle(some.Claim.Id, _run, some.Outcome, some.References, now)
                ? some.Count
                : Alone(writer, now, shared: true, lost);
        }

        foreach (HeldClaim claim in _released.Select(held => held?.Claim).OfType<HeldClaim>().Distinct().Where(claim => claim.IsDone))
        {
            writer.Claims.Close(claim.Id);
        }

        lost.Sort();
        writer.Counter.CountOutcomes(_run, sent, Count(lost));
        return lost;
    }

    // Those that another run has taken stay with the ones that were being sent: their words are the other run's.
    private int[] Count(List<int> lost)
    {
        int[] counts = new int[(int)Outcome.NotSent + 1];
        for (int i = 0; i < _orders.Count; i++)
        {
            counts[(int)_orders[i].Outcome] += lost.BinarySearch(i) < 0 ? 1 : 0;
        }

        return counts;
    }

    private int Alone(OrderWriter writer, long now, bool shared, List<int> lost)
    {
        int sent = 0;
        for (int i = 0; i < _orders.Count; i++)
        {
            if ((_shared?.Has(i) ?? false) != shared)
            {
                continue;
            }

            if (!Alone(writer, i, now, out bool wasSending))
            {
                lost.Add(i);
            }

            sent += wasSending ? 1 : 0;
        }

        return sent;
    }

    private bool Alone(OrderWriter writer, int place, long now, out bool wasSending)
    {
        SettledOrder order = _orders[place];
        int state = OrderState.Of(order.Outcome);
        HeldOrder? held = _released![place];
        wasSending = false;

        // Of two requests for one order, the one that did nothing has no say.
        if (HeldOrder.SaysNothing(state) && held is { IsShared: true } && writer.SettleNothing(_scopes[place], order, _run, _last[place]) is { } stillOwn)
        {
            return stillOwn;
        }

        return held is not null && held.StandsAfter(state)
            ? wasSending = writer.Restore(_scopes[place], order, held.Earlier!, _run)
            : writer.Settle(_scopes[place], order, _run, now, out wasSending);
    }

    private HeldOrder?[] Release()
    {
        HeldOrder?[] released = new HeldOrder?[_orders.Count];
        for (int i = 0; i < released.Length; i++)
        {
            (released[i], _last[i]) = _inHand.Release(_orders[i].Operation, _orders[i].Key);
        }

        return released;
    }
}
