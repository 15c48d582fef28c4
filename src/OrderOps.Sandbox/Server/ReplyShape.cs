using System.Collections.Generic;

namespace OrderOps.Sandbox.Server;

/// <summary>Which of the vendor's ways of saying the same thing a reply uses.</summary>
internal sealed class ReplyShape
{
    public DataKeys Data { get; set; } = DataKeys.FromOne;

    /// <summary>1-based positions of entries that the reply lacks.</summary>
    public HashSet<int> Missing { get; } = [];

    /// <summary>Whether the entries after a missing one move up, so that the keys have no gap.</summary>
    public bool ClosesGaps { get; set; }

    public bool OmitsReference { get; set; }

    public bool MixesTypes { get; set; }

    public bool UsesOtherWords { get; set; }
}

/// <summary>The shapes of <c>data</c>.</summary>
internal enum DataKeys
{
    FromOne,
    FromZero,
    Array,
    Empty,
}
