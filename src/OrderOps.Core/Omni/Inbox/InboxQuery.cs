using System;

namespace OrderOps.Omni;

/// <summary>Which entries are wanted; what is <see langword="null"/> is not asked.</summary>
internal sealed class InboxQuery
{
    public long? Id { get; set; }

    public long? MessageId { get; set; }

    public string? OrderCode { get; set; }

    public string? ShipmentCode { get; set; }

    public string? EventType { get; set; }

    /// <summary>Received at this moment or later.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>One of <see cref="InboxState"/>.</summary>
    public string? State { get; set; }

    /// <summary>At most that many, the oldest first.</summary>
    public int? First { get; set; }
}
