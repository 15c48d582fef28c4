namespace OrderOps.Journal;

/// <summary>A journal's answer to an order that is about to be sent.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Earlier">What was known of it; nothing where it was never sent.</param>
/// <param name="Holder">Who has it in hand, as a clause such as <c>process 4711 on HOST, started …</c>; nothing unless it is held.</param>
internal sealed record ClaimAnswer(ClaimKind Kind, JournalEntry? Earlier, string? Holder = null)
{
    /// <summary>It was never sent, and is to be.</summary>
    public static ClaimAnswer First { get; } = new(ClaimKind.Send, null);
}
