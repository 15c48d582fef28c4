using System;
using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>Which orders of a journal are meant; what is left out restricts nothing.</summary>
internal sealed record JournalQuery
{
    /// <summary>Of this service.</summary>
    public string? Service { get; init; }

    /// <summary>Of this operation.</summary>
    public string? Operation { get; init; }

    /// <summary>Of this account.</summary>
    public string? Account { get; init; }

    /// <summary>Sent to this address.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>With one of these keys, as people read them: <c>A/1</c> is order A/1 as well as part 1 of order A.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>With one of these outcomes; <c>Sending</c> is one.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    /// <summary>Last in the hands of this run.</summary>
    public string? RunId { get; init; }

    /// <summary>Sent at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Sent before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many to leave out.</summary>
    public long Skip { get; init; }

    /// <summary>How many to give at the most.</summary>
    public long? First { get; init; }
}
