using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace OrderOps.Journal;

/// <summary>
/// What a run has in hand, and how often: what may be asked twice can be in two of its batches at once. Counted by the
/// thread that writes, so that it agrees with the file whichever batch is written first.
/// </summary>
internal sealed class OrdersInHand
{
    // By their numbers, and mostly one under each: keys of several parts cost more than all the rest here.
    private readonly Dictionary<string, HeldOrder> _orders = [];

    /// <summary>An order, as its last claim left it; nothing where it is in nobody's hand.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public HeldOrder? Find(string operation, OrderIdentity key)
    {
        lock (_orders)
        {
            return Known(operation, key, out _);
        }
    }

    /// <summary>A batch has claimed an order.</summary>
    /// <returns>Whether another one still has it in hand, too.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public bool Add(OrderClaim order, HeldOrder held)
    {
        lock (_orders)
        {
            HeldOrder? known = Known(order.Operation, order.Key, out HeldOrder? first);
            if (known is not null)
            {
                known.Claim.Release();
                Drop(known, first!);
                _orders.TryGetValue(order.Key.Number, out first);
            }

            (held.Hands, held.IsShared) = ((known?.Hands ?? 0) + 1, known is not null);
            Put(order, held, first);
            return held.IsShared;
        }
    }

    /// <summary>A batch has an order that another one, or itself, had in hand already.</summary>
    /// <param name="order">The order.</param>
    /// <param name="claim">The row of the claim that it came by.</param>
    public void AddHand(OrderClaim order, long claim)
    {
        lock (_orders)
        {
            HeldOrder? held = Known(order.Operation, order.Key, out HeldOrder? first);
            if (held is null)
            {
                // Its outcome could not be written.
                held = new HeldOrder(new HeldClaim(claim), 0, null, order.Repeatable);
                Put(order, held, first);
            }

            held.Hands++;
            held.IsShared = true;
        }
    }

    /// <summary>A batch has an order in hand no more.</summary>
    /// <returns>The order, and whether it was the last; nothing where it was in nobody's hand.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public (HeldOrder? Held, bool Last) Release(string operation, OrderIdentity key)
    {
        lock (_orders)
        {
            if (Known(operation, key, out HeldOrder? first) is not { } held)
            {
                return (null, true);
            }

            if (--held.Hands > 0)
            {
                return (held, false);
            }

            Drop(held, first!);
            held.Claim.Release();
            return (held, true);
        }
    }

    /// <summary>Nothing is in hand any more.</summary>
    public void Clear()
    {
        lock (_orders)
        {
            _orders.Clear();
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private HeldOrder? Known(string operation, OrderIdentity key, out HeldOrder? first)
    {
        _orders.TryGetValue(key.Number, out first);
        HeldOrder? held = first;
        while (held is not null && !held.Is(operation, key))
        {
            held = held.Next;
        }

        return held;
    }

    private void Put(OrderClaim order, HeldOrder held, HeldOrder? first)
    {
        (held.Operation, held.Key, held.Next) = (order.Operation, order.Key, first);
        _orders[order.Key.Number] = held;
    }

    private void Drop(HeldOrder held, HeldOrder first)
    {
        if (held != first)
        {
            HeldOrder before = first;
            while (before.Next != held)
            {
                before = before.Next!;
            }

            before.Next = held.Next;
        }
        else if (held.Next is { } next)
        {
            _orders[held.Key.Number] = next;
        }
        else
        {
            _orders.Remove(held.Key.Number);
        }
    }
}
