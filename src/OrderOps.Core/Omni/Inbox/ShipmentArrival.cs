using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>A shipment as a delivery brings it, made ready outside the writer's thread.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Hash">The hash of what makes it that business fact.</param>
/// <param name="Print">What a later comparison needs.</param>
internal sealed record ShipmentArrival(string Code, string Hash, byte[] Print)
{
    /// <summary>The shipments of a posting that have a code: without one there is nothing to know them by.</summary>
    public static IReadOnlyList<ShipmentArrival> Of(OmniPosting? posting)
    {
        List<ShipmentArrival> arrivals = [];
        foreach (OmniShipment shipment in posting?.Shipments ?? [])
        {
            if (shipment.ShipmentCode is { Length: > 0 } code)
            {
                byte[] print = ShipmentHash.Print(shipment);
                arrivals.Add(new ShipmentArrival(code, ShipmentHash.Of(print), print));
            }
        }

        return arrivals;
    }
}
