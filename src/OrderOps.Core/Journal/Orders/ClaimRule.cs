using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>Decides whether an order is sent, by what was known of it.</summary>
internal static class ClaimRule
{
    /// <summary>Decides.</summary>
    /// <param name="order">The order.</param>
    /// <param name="earlier">What is known of it; nothing where it was never sent.</param>
    /// <param name="hold">Whether another run has it in hand.</param>
    /// <param name="rules">What the run may send again.</param>
    public static ClaimKind Of(OrderClaim order, JournalEntry? earlier, ClaimHold hold, SendRules rules)
    {
        if (earlier is null)
        {
            return ClaimKind.Send;
        }

        if (hold == ClaimHold.Held)
        {
            return ClaimKind.Held;
        }

        Outcome known = hold == ClaimHold.Lost ? Outcome.Unknown : earlier.KnownOutcome;
        return known switch
        {
            Outcome.Accepted or Outcome.Duplicate => SendsAccepted(order, earlier, rules) ? ClaimKind.Send : ClaimKind.Skip,
            Outcome.Unknown => order.Repeatable || rules.ResendUnknown ? ClaimKind.Send : ClaimKind.StayUnknown,
            _ => ClaimKind.Send,
        };
    }

    private static bool SendsAccepted(OrderClaim order, JournalEntry earlier, SendRules rules) =>
        rules.ResendAccepted || (order.Repeatable && !(rules.SkipUnchanged && earlier.Content == order.Content));
}
