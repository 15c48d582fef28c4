namespace OrderOps.Journal;

/// <summary>An order that a run has in hand.</summary>
/// <param name="claim">The claim that it came by.</param>
/// <param name="place">Its place in it, from 0 on.</param>
/// <param name="earlier">How it stood before, so that it can be left as it stood; nothing where it stood nowhere.</param>
/// <param name="repeatable">Whether it does no harm to ask twice.</param>
internal sealed class HeldOrder(HeldClaim claim, int place, OrderRow? earlier, bool repeatable)
{
    /// <summary>The claim that it came by.</summary>
    public HeldClaim Claim { get; } = claim;

    /// <summary>Its place in it, from 0 on.</summary>
    public int Place { get; } = place;

    /// <summary>How it stood before; nothing where it stood nowhere.</summary>
    public OrderRow? Earlier { get; } = earlier;

    /// <summary>What is asked of the service. Only <see cref="OrdersInHand"/> sets it.</summary>
    public string Operation { get; set; } = "";

    /// <summary>The order. Only <see cref="OrdersInHand"/> sets it.</summary>
    public OrderIdentity Key { get; set; }

    /// <summary>Another one of the same number. Only <see cref="OrdersInHand"/> sets it.</summary>
    public HeldOrder? Next { get; set; }

    /// <summary>How many batches have it in hand. Only <see cref="OrdersInHand"/> counts.</summary>
    public int Hands { get; set; }

    /// <summary>Whether more than one had it at some time, so that no claim's outcome can be its own.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether it is this one; by part and operation, where the number is the same.</summary>
    public bool Is(string operation, OrderIdentity key) => Key.Part == key.Part && Operation == operation;

    /// <summary>
    /// Whether an outcome leaves what was known before: nothing has left the machine, or a label was had before, and that
    /// the service refuses another one does not undo it.
    /// </summary>
    public bool StandsAfter(int state) => Earlier is not null && (SaysNothing(state) || (
        state == OrderState.Rejected && !repeatable && Earlier.State is (OrderState.Accepted or OrderState.Duplicate)));

    /// <summary>Whether an outcome says only that nothing has left the machine.</summary>
    public static bool SaysNothing(int state) => state is OrderState.NotSent or OrderState.Invalid;
}
