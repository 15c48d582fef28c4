namespace OrderOps.Journal;

/// <summary>An order that a run took although it stood in the journal, so that it can be left as it stood.</summary>
/// <param name="Earlier">How it stood.</param>
/// <param name="Repeatable">Whether it does no harm to ask twice.</param>
internal readonly record struct TakenOrder(OrderRow Earlier, bool Repeatable)
{
    /// <summary>
    /// Whether an outcome leaves what was known before: nothing has left the machine, or a label was had before, and that
    /// the service refuses another one does not undo it.
    /// </summary>
    public bool StandsAfter(int state) => state switch
    {
        OrderState.NotSent or OrderState.Invalid => true,
        OrderState.Rejected => !Repeatable && Earlier.State is (OrderState.Accepted or OrderState.Duplicate),
        _ => false,
    };
}
