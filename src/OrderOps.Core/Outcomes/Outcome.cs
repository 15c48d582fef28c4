namespace OrderOps.Outcomes;

/// <summary>What became of one order (or AWB). Every input ends as exactly one of these.</summary>
public enum Outcome
{
    /// <summary>The service said so for this very entry.</summary>
    Accepted,

    /// <summary>The service had it already.</summary>
    Duplicate,

    /// <summary>The service refused this entry.</summary>
    Rejected,

    /// <summary>Our rules stopped it; nothing left the machine.</summary>
    Invalid,

    /// <summary>It may have arrived: a time-out, a reset, or a reply that can't be read or is short.</summary>
    Unknown,

    /// <summary>Accepted before, so not sent again.</summary>
    Skipped,

    /// <summary>Stopped before its turn; the message says by what.</summary>
    NotSent,
}
