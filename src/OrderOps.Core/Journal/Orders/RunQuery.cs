using System;
using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>Which runs are meant; what is left out restricts nothing.</summary>
internal sealed record RunQuery
{
    /// <summary>With one of these identities.</summary>
    public IReadOnlyList<string>? RunIds { get; init; }

    /// <summary>Of this service.</summary>
    public string? Service { get; init; }

    /// <summary>Begun at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Begun before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many to leave out.</summary>
    public long Skip { get; init; }

    /// <summary>How many to give at the most.</summary>
    public long? First { get; init; }
}
