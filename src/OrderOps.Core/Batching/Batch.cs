using System.Collections.Generic;

namespace OrderOps.Batching;

/// <summary>What leaves in one request, with its number in the run.</summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
/// <param name="Number">From 1, in the order of the input.</param>
/// <param name="Items">What it holds, in the order of the input.</param>
internal sealed record Batch<TWork>(int Number, IReadOnlyList<TWork> Items)
{
    /// <summary>What of it was claimed in the journal, to be settled there.</summary>
    public IReadOnlyList<TWork> Claimed { get; set; } = [];

    /// <summary>Those that are claimed with it; nothing where it is claimed alone, or not at all.</summary>
    public ClaimHandful? Handful { get; set; }

    /// <summary>Whether others are about to be claimed when it has come back.</summary>
    public bool IsFollowed { get; set; }
}
