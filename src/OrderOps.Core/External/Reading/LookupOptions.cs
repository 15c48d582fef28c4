using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>What part of a look-up is read.</summary>
public sealed class LookupOptions
{
    /// <summary>The members that are asked for; none means all.</summary>
    public IReadOnlyList<string> Fields { get; set; } = [];

    /// <summary>Entries a page, 1 to 5000.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How many are left out at the beginning.</summary>
    public long Skip { get; set; }

    /// <summary>How many are given at the most.</summary>
    public long First { get; set; } = long.MaxValue;

    internal bool NeedsCount { get; set; }
}
