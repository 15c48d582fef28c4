namespace OrderOps.Journal;

/// <summary>Whether an order that stands as being sent is still in somebody's hands.</summary>
internal enum ClaimHold
{
    /// <summary>It is settled: nobody has it in hand.</summary>
    None,

    /// <summary>Its run lives and holds its lease.</summary>
    Held,

    /// <summary>Its run is dead, or its lease has run out: it may have been sent.</summary>
    Lost,
}
