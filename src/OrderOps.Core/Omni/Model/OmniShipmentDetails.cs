using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>Measures and boxes of a shipment. The vendor names no units. Vendor page: Order Posting, shipmentDetails.</summary>
public sealed class OmniShipmentDetails : OmniPart
{
    /// <summary>Length (<c>length</c>).</summary>
    public decimal? Length { get; internal set; }

    /// <summary>Breadth (<c>breadth</c>).</summary>
    public decimal? Breadth { get; internal set; }

    /// <summary>Height (<c>height</c>).</summary>
    public decimal? Height { get; internal set; }

    /// <summary>Weight (<c>weight</c>).</summary>
    public decimal? Weight { get; internal set; }

    /// <summary>Increff's id of the shipment (<c>shipmentId</c>).</summary>
    public long? ShipmentId { get; internal set; }

    /// <summary>Pieces in the shipment (<c>totalItemQuantity</c>).</summary>
    public int? TotalItemQuantity { get; internal set; }

    /// <summary>The boxes (<c>packboxDetailsList</c>).</summary>
    public IReadOnlyList<OmniPackBox> PackboxDetailsList { get; internal set; } = [];
}
