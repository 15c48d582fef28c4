namespace OrderOps.Omni;

/// <summary>What an arriving shipment is, next to what is known of its code.</summary>
internal enum ShipmentVerdict
{
    New,
    Seen,
    Updated,
    Conflict,
}
