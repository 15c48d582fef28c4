using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>The claims of one batch. Writing it again, after a commit that failed, gives the same.</summary>
internal sealed class BatchClaim(
    string journal,
    long run,
    SendRules rules,
    IReadOnlyList<OrderClaim> orders,
    long[] scopes,
    Func<string, JournalScope> scopeOf)
{
    private readonly ClaimAnswer[] _answers = new ClaimAnswer[orders.Count];
    private readonly OrderRow?[] _taken = new OrderRow?[orders.Count];
    private int _claimed;
    private int _skipped;
    private int _unknown;
    private int _held;

    /// <summary>The answers, in the order of the claims.</summary>
    public IReadOnlyList<ClaimAnswer> Answers => _answers;

    /// <summary>Writes the claims.</summary>
    /// <returns>Always <see langword="true"/>.</returns>
    public bool Write(OrderWriter writer, DateTimeOffset moment)
    {
        long now = StoreTime.Of(moment);
        (_claimed, _skipped, _unknown, _held) = (0, 0, 0, 0);
        writer.Holds.Forget();
        for (int i = 0; i < _answers.Length; i++)
        {
            _taken[i] = null;
            if (writer.Insert(scopes[i], orders[i], run, now))
            {
                _claimed++;
                _answers[i] = ClaimAnswer.First;
            }
            else
            {
                _answers[i] = Again(writer, i, now);
            }
        }

        writer.Counter.CountClaims(run, now, _claimed, _skipped, _unknown, _held);
        return true;
    }

    /// <summary>Keeps what was taken, once it is committed.</summary>
    public void Remember(ConcurrentDictionary<(string Operation, OrderIdentity Key), TakenOrder> taken)
    {
        for (int i = 0; i < _taken.Length; i++)
        {
            if (_taken[i] is { } earlier)
            {
                taken[(orders[i].Operation, orders[i].Key)] = new TakenOrder(earlier, orders[i].Repeatable);
            }
        }
    }

    private ClaimAnswer Again(OrderWriter writer, int place, long now)
    {
        OrderClaim order = orders[place];
        OrderRow row = writer.Find(scopes[place], order.Key)!;
        ClaimHold hold = writer.Holds.Of(row.State, row.Run, out string? holder);
        bool twice = row.State == OrderState.Sending && row.Run == run;
        JournalEntry earlier = row.ToEntry(scopeOf(order.Operation), journal, hold);

        // What may be asked twice may be in one run's hands twice, too.
        ClaimKind kind = twice ? (order.Repeatable ? ClaimKind.Send : ClaimKind.Held) : ClaimRule.Of(order, earlier, hold, rules);
        switch (kind)
        {
            case ClaimKind.Send:
                writer.Take(row.Id, twice ? 0 : order.Content, run, now);
                _claimed += twice ? 0 : 1;
                _taken[place] = twice ? null : row;
                break;
            case ClaimKind.Skip:
                _skipped++;
                break;
            case ClaimKind.StayUnknown:
                _unknown++;
                break;
            default:
                _held++;
                break;
        }

        return new ClaimAnswer(kind, earlier, kind == ClaimKind.Held ? holder : null);
    }
}
