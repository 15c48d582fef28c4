namespace OrderOps.Journal;

/// <summary>An order that a run has in hand.</summary>
/// <param name="Claim">The claim that it came by.</param>
/// <param name="Place">Its place in it, from 0 on.</param>
/// <param name="Earlier">How it stood before, so that it can be left as it stood; nothing where it stood nowhere.</param>
/// <param name="Repeatable">Whether it does no harm to ask twice.</param>
internal readonly record struct HeldOrder(HeldClaim Claim, int Place, OrderRow? Earlier, bool Repeatable)
{
    /// <summary>
    /// Whether an outcome leaves what was known before: nothing has left the machine, or a label was had before, and that
    /// the service refuses another one does not undo it.
    /// </summary>
    public bool StandsAfter(int state) => Earlier is not null && state switch
    {
        OrderState.NotSent or OrderState.Invalid => true,
        OrderState.Rejected => !Repeatable && Earlier.State is (OrderState.Accepted or OrderState.Duplicate),
        _ => false,
    };
}
