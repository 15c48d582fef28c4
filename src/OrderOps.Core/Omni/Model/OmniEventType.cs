using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What a posting can tell of. Vendor page: Order Posting, eventType.</summary>
public static class OmniEventType
{
    /// <summary>The order was created.</summary>
    public const string Create = "OUTWARD_ORDER_CREATE";

    /// <summary>The order was cancelled.</summary>
    public const string Cancel = "OUTWARD_ORDER_CANCEL";

    /// <summary>A part of the order was cancelled.</summary>
    public const string PartialCancel = "OUTWARD_ORDER_PARTIAL_CANCEL";

    /// <summary>The order is complete.</summary>
    public const string Complete = "OUTWARD_ORDER_COMPLETE";

    /// <summary>A shipment of the order left.</summary>
    public const string ShipmentDispatch = "OUTWARD_ORDER_SHIPMENT_DISPATCH";

    /// <summary>A shipment of the order arrived.</summary>
    public const string ShipmentDeliver = "OUTWARD_ORDER_SHIPMENT_DELIVER";

    /// <summary>All of them, in the vendor's order.</summary>
    public static IReadOnlyList<string> All { get; } = [Create, Cancel, PartialCancel, Complete, ShipmentDispatch, ShipmentDeliver];
}
