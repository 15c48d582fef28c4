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
    private readonly bool[] _mine = new bool[orders.Count];
    private readonly HashSet<long> _left = [];
    private long _now;
    private long _claim;
    private long _first;
    private long _next;
    private int _skipped;
    private int _unknown;
    private int _held;

    /// <summary>The answers, in the order of the claims.</summary>
    public IReadOnlyList<ClaimAnswer> Answers => _answers;

    private int Claimed => (int)(_next - _first);

    /// <summary>Writes the claims.</summary>
    /// <returns>Always <see langword="true"/>.</returns>
    public bool Write(OrderWriter writer, DateTimeOffset moment)
    {
        _now = StoreTime.Of(moment);
        (_skipped, _unknown, _held) = (0, 0, 0);
        (_claim, _first) = writer.Claims.Next();
        _next = _first;
        _left.Clear();
        writer.Holds.Forget();
        for (int i = 0; i < _answers.Length; i++)
        {
            _taken[i] = null;
            _mine[i] = writer.Insert(_next, _claim, scopes[i], orders[i]);
            if (_mine[i])
            {
                _next++;
                _answers[i] = ClaimAnswer.First;
            }
            else
            {
                _answers[i] = Again(writer, i);
            }
        }

        if (Claimed > 0)
        {
            Add(writer);
        }

        foreach (long claim in _left)
        {
            writer.Claims.Tidy(claim);
        }

        writer.Counter.CountClaims(run, _now, (_first, Claimed), _skipped, _unknown, _held);
        return true;
    }

    /// <summary>Keeps what was claimed, once it is committed.</summary>
    public void Remember(ConcurrentDictionary<(string Operation, OrderIdentity Key), HeldOrder> inHand)
    {
        HeldClaim claim = new(_claim, Claimed);
        int place = 0;
        for (int i = 0; i < _mine.Length; i++)
        {
            if (_mine[i])
            {
                inHand[(orders[i].Operation, orders[i].Key)] = new HeldOrder(claim, place++, _taken[i], orders[i].Repeatable);
            }
        }
    }

    private ClaimAnswer Again(OrderWriter writer, int place)
    {
        OrderClaim order = orders[place];
        if (Claimed > 0)
        {
            // It may be in this claim already, and is not found without its row.
            Add(writer);
        }

        OrderRow row = writer.Find(scopes[place], order.Key)!;
        ClaimHold hold = writer.Holds.Of(row.State, row.Run, out string? holder);
        bool twice = row.State == OrderState.Sending && row.Run == run;
        JournalEntry earlier = row.ToEntry(scopeOf(order.Operation), journal, hold);

        // What may be asked twice may be in one run's hands twice, too.
        ClaimKind kind = twice ? (order.Repeatable ? ClaimKind.Send : ClaimKind.Held) : ClaimRule.Of(order, earlier, hold, rules);
        switch (kind)
        {
            case ClaimKind.Send when twice:
                writer.TakeTwice(row);
                break;
            case ClaimKind.Send:
                Take(writer, place, row);
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

    private void Add(OrderWriter writer) => writer.Claims.Add(_claim, run, _now, _first, _next - 1);

    private void Take(OrderWriter writer, int place, OrderRow row)
    {
        writer.Take(row, _next++, _claim, orders[place].Content);
        (_mine[place], _taken[place]) = (true, row);
        if (row.State != OrderState.Sending)
        {
            _left.Add(row.Claim);
        }
    }
}
