using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>
/// What a run has in hand, and how often: what may be asked twice can be in two of its batches at once. Counted by the
/// thread that writes, so that it agrees with the file whichever batch is written first.
/// </summary>
internal sealed class OrdersInHand
{
    private readonly Dictionary<(string Operation, OrderIdentity Key), HeldOrder> _orders = [];

    /// <summary>An order, as its last claim left it; nothing where it is in nobody's hand.</summary>
    public HeldOrder? Find(string operation, OrderIdentity key)
    {
        lock (_orders)
        {
            return _orders.TryGetValue((operation, key), out HeldOrder? held) ? held : null;
        }
    }

    /// <summary>A batch has claimed an order.</summary>
    /// <returns>Whether another one still has it in hand, too.</returns>
    public bool Add(OrderClaim order, HeldOrder held)
    {
        lock (_orders)
        {
            bool shared = _orders.TryGetValue((order.Operation, order.Key), out HeldOrder? known);
            if (shared)
            {
                known!.Claim.Release();
            }

            (held.Hands, held.IsShared) = ((known?.Hands ?? 0) + 1, shared);
            _orders[(order.Operation, order.Key)] = held;
            return shared;
        }
    }

    /// <summary>A batch has an order that another one, or itself, had in hand already.</summary>
    /// <param name="order">The order.</param>
    /// <param name="claim">The row of the claim that it came by.</param>
    public void AddHand(OrderClaim order, long claim)
    {
        lock (_orders)
        {
            if (!_orders.TryGetValue((order.Operation, order.Key), out HeldOrder? held))
            {
                // Its outcome could not be written.
                _orders[(order.Operation, order.Key)] = held = new HeldOrder(new HeldClaim(claim), 0, null, order.Repeatable);
            }

            held.Hands++;
            held.IsShared = true;
        }
    }

    /// <summary>A batch has an order in hand no more.</summary>
    /// <returns>The order, and whether it was the last; nothing where it was in nobody's hand.</returns>
    public (HeldOrder? Held, bool Last) Release(string operation, OrderIdentity key)
    {
        lock (_orders)
        {
            if (!_orders.TryGetValue((operation, key), out HeldOrder? held))
            {
                return (null, true);
            }

            if (--held.Hands > 0)
            {
                return (held, false);
            }

            _orders.Remove((operation, key));
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
}
