namespace OrderOps.Journal;

/// <summary>What a journal says to an order that is about to be sent.</summary>
internal enum ClaimKind
{
    /// <summary>It is to be sent, and belongs to the run that asked.</summary>
    Send,

    /// <summary>It was accepted before.</summary>
    Skip,

    /// <summary>Nobody knows whether it arrived before, and nobody said that it may be sent again.</summary>
    StayUnknown,

    /// <summary>Another run has it in hand.</summary>
    Held,
}
