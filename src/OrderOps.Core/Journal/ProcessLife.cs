namespace OrderOps.Journal;

/// <summary>Whether a process runs, as far as this one can see.</summary>
internal enum ProcessLife
{
    /// <summary>It runs.</summary>
    Alive,

    /// <summary>It is gone for good.</summary>
    Dead,

    /// <summary>It is on another machine or in another container, or may not be asked.</summary>
    Unknowable,
}
