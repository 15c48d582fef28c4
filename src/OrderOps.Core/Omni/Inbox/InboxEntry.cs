using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>A delivery as the inbox holds it.</summary>
internal sealed class InboxEntry
{
    public long Id { get; set; }

    public string Receiver { get; set; } = "";

    /// <summary>The body as it came; empty once its retention is over.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>Whether the body is still kept.</summary>
    public bool HasBody { get; set; }

    /// <summary>New, Changed or Quarantined; a New one that was emitted before is Redelivered.</summary>
    public DeliveryKind Delivery { get; set; }

    /// <summary>How often it was emitted, this time included.</summary>
    public int Attempt { get; set; }

    /// <summary>One of <see cref="InboxState"/>.</summary>
    public string State { get; set; } = InboxState.Undelivered;

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateTimeOffset? EventTime { get; set; }

    public long? MessageId { get; set; }

    public string? OrderCode { get; set; }

    public string? EventType { get; set; }

    public string? Remote { get; set; }

    /// <summary>Why it is in quarantine, or why it failed.</summary>
    public string? Reason { get; set; }

    public ShipmentVerdicts Shipments { get; set; } = ShipmentVerdicts.None;

    public IReadOnlyList<string> NewShipments => Shipments.New;

    public IReadOnlyList<string> SeenShipments => Shipments.Seen;

    public IReadOnlyList<string> UpdatedShipments => Shipments.Updated;

    public IReadOnlyList<string> Conflicts => Shipments.Conflicts;

    /// <summary>Whether a later posting of its order was delivered before it.</summary>
    public bool Stale { get; set; }
}
