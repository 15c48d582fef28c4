using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace OrderOps.Journal;

/// <summary>The claims of one batch. Writing it again, after a commit that failed, gives the same.</summary>
internal sealed class BatchClaim(
    string journal,
    long run,
    SendRules rules,
    IReadOnlyList<OrderClaim> orders,
    long[] scopes,
    Func<string, JournalScope> scopeOf,
    OrdersInHand inHand)
{
    private readonly ClaimAnswer[] _answers = new ClaimAnswer[orders.Count];
    private readonly OrderRow?[] _taken = new OrderRow?[orders.Count];
    private readonly bool[] _mine = new bool[orders.Count];
    private readonly bool[] _twice = new bool[orders.Count];
    private readonly HashSet<long> _left = [];
    private bool _remembered;
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
    [MethodImpl(Compiled.AtOnce)]
    public bool Write(OrderWriter writer, DateTimeOffset moment)
    {
        Forget();
        _now = StoreTime.Of(moment);
        (_skipped, _unknown, _held) = (0, 0, 0);
        (_claim, _first) = writer.Claims.Next();
        _next = _first;
        _left.Clear();
        writer.Holds.Forget();
        for (int i = 0; i < _answers.Length; i++)
        {
            (_taken[i], _twice[i]) = (null, false);
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

        if (Remember())
        {
            // Its orders can't all end with its word: some are in other batches, too.
            writer.Claims.Split(_claim);
        }

        foreach (long claim in _left)
        {
            writer.Claims.Tidy(claim);
        }

        writer.Counter.CountClaims(run, _now, (_first, Claimed), _skipped, _unknown, _held);
        return true;
    }

    /// <summary>Nothing of it is in hand: it was not committed.</summary>
    public void Forget()
    {
        for (int i = 0; _remembered && i < _mine.Length; i++)
        {
            if (_mine[i] || _twice[i])
            {
                inHand.Release(orders[i].Operation, orders[i].Key);
            }
        }

        _remembered = false;
    }

    [MethodImpl(Compiled.AtOnce)]
    private bool Remember()
    {
        _remembered = true;
        HeldClaim claim = new(_claim, Claimed);
        bool shared = false;
        int place = 0;
        for (int i = 0; i < _mine.Length; i++)
        {
            if (_mine[i])
            {
                shared |= inHand.Add(orders[i], new HeldOrder(claim, place++, _taken[i], orders[i].Repeatable));
            }
            else if (_twice[i])
            {
                inHand.AddHand(orders[i], _claim);
            }
        }

        return shared;
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
                _twice[place] = true;
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
