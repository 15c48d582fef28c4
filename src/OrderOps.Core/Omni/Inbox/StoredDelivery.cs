using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What became of a delivery that is on disk now.</summary>
internal sealed class StoredDelivery
{
    /// <summary>The number of the inbox's row; of a redelivery, the row of the first one.</summary>
    public long Id { get; set; }

    /// <summary>What it is, next to those that came before.</summary>
    public DeliveryKind Kind { get; set; }

    /// <summary>The JSON that answers it; a redelivery gets what the first one got.</summary>
    public string Answer { get; set; } = "";

    /// <summary>What it brings of shipments; a redelivery brings none.</summary>
    public ShipmentVerdicts Shipments { get; set; } = ShipmentVerdicts.None;

    public IReadOnlyList<string> NewShipments => Shipments.New;

    public IReadOnlyList<string> SeenShipments => Shipments.Seen;

    public IReadOnlyList<string> UpdatedShipments => Shipments.Updated;

    public IReadOnlyList<string> Conflicts => Shipments.Conflicts;

    /// <summary>Whether a later posting of its order was delivered already.</summary>
    public bool Stale { get; set; }
}
