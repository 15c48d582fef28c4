using System;

namespace OrderOps.Omni;

/// <summary>When postings cease to be emitted, and when they count as delivered.</summary>
internal sealed record DeliveryOptions
{
    /// <summary>Postings after which it ends.</summary>
    public long? Count { get; init; }

    /// <summary>The time without a new posting after which it ends.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>The time at which it ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether it ends as soon as nothing is left.</summary>
    public bool Drain { get; init; }

    /// <summary>Whether postings stay undelivered until somebody says otherwise.</summary>
    public bool ManualAck { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
