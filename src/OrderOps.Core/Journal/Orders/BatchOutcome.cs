using System.Collections.Concurrent;
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
    private readonly HeldOrder?[] _held;
    private readonly SharedOutcome? _shared;

    public BatchOutcome(
        long run, IReadOnlyList<SettledOrder> orders, long[] scopes, ConcurrentDictionary<(string Operation, OrderIdentity Key), HeldOrder> inHand)
    {
        _run = run;
        _orders = orders;
        _scopes = scopes;
        _held = new HeldOrder?[orders.Count];
        for (int i = 0; i < _held.Length; i++)
        {
            if (inHand.TryRemove((orders[i].Operation, orders[i].Key), out HeldOrder held))
            {
                _held[i] = held;
                held.Claim.Release();
            }
        }

        _shared = SharedOutcome.Of(orders, _held);
    }

    /// <summary>Writes the outcomes.</summary>
    /// <returns>The places of those that are another run's by now.</returns>
    public IReadOnlyList<int> Write(OrderWriter writer, long now)
    {
        List<int> lost = [];
        int sent = 0;
        int[] counts = new int[(int)Outcome.NotSent + 1];
        foreach (SettledOrder order in _orders)
        {
            counts[(int)order.Outcome]++;
        }

        // The differing ones first: as long as the claim is open, they stand as being sent.
        sent += Alone(writer, now, shared: false, lost);
        if (_shared is { } some)
        {
            sent += writer.Claims.Settle(some.Claim.Id, _run, some.Outcome, some.References, now)
                ? some.Count
                : Alone(writer, now, shared: true, lost);
        }

        foreach (HeldClaim claim in _held.Select(held => held?.Claim).OfType<HeldClaim>().Distinct().Where(claim => claim.IsDone))
        {
            writer.Claims.Close(claim.Id);
        }

        writer.Counter.CountOutcomes(_run, sent, counts);
        lost.Sort();
        return lost;
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
        return _held[place] is { } held && held.StandsAfter(OrderState.Of(order.Outcome))
            ? wasSending = writer.Restore(_scopes[place], order, held.Earlier!, _run)
            : writer.Settle(_scopes[place], order, _run, now, out wasSending);
    }
}
