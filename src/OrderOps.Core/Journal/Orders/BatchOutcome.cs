using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Journal;

/// <summary>The outcomes of one batch. Writing it again, after a commit that failed, gives the same.</summary>
internal sealed class BatchOutcome
{
    private readonly long _run;
    private readonly IReadOnlyList<SettledOrder> _orders;
    private readonly long[] _scopes;
    private readonly TakenOrder?[] _taken;

    public BatchOutcome(
        long run, IReadOnlyList<SettledOrder> orders, long[] scopes, ConcurrentDictionary<(string Operation, OrderIdentity Key), TakenOrder> taken)
    {
        _run = run;
        _orders = orders;
        _scopes = scopes;
        _taken = [.. orders.Select(order => taken.TryRemove((order.Operation, order.Key), out TakenOrder earlier) ? earlier : (TakenOrder?)null)];
    }

    /// <summary>Writes the outcomes.</summary>
    /// <returns>The places of those that are another run's by now.</returns>
    public IReadOnlyList<int> Write(OrderWriter writer, long now)
    {
        List<int>? lost = null;
        int sent = 0;
        int[] counts = new int[(int)Outcomes.Outcome.NotSent + 1];
        for (int i = 0; i < _orders.Count; i++)
        {
            SettledOrder order = _orders[i];
            bool wasSending;
            if (_taken[i] is { } taken && taken.StandsAfter(OrderState.Of(order.Outcome)))
            {
                wasSending = writer.Restore(_scopes[i], order, taken.Earlier, _run);
                if (!wasSending)
                {
                    (lost ??= []).Add(i);
                }
            }
            else if (!writer.Settle(_scopes[i], order, _run, now, out wasSending))
            {
                (lost ??= []).Add(i);
            }

            sent += wasSending ? 1 : 0;
            counts[(int)order.Outcome]++;
        }

        writer.Counter.CountOutcomes(_run, sent, counts);
        return lost ?? (IReadOnlyList<int>)[];
    }
}
