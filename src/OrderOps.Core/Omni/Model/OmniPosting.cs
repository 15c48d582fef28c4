using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>One posting of an order by Increff Omni. Times without a zone are UTC. Vendor page: Order Posting.</summary>
public sealed class OmniPosting : OmniPart
{
    /// <summary>Identity of the delivery (<c>messageId</c>): the same one is the same posting.</summary>
    public long MessageId { get; internal set; }

    /// <summary>The channel's code of the order (<c>orderCode</c>).</summary>
    public string OrderCode { get; internal set; } = "";

    /// <summary>What happened (<c>eventType</c>), one of <see cref="OmniEventType.All"/>.</summary>
    public string EventType { get; internal set; } = "";

    /// <summary>When it happened (<c>eventTime</c>).</summary>
    public DateTimeOffset? EventTime { get; internal set; }

    /// <summary>SO (sales), STO (stock transfer), RTV (return to vendor) or RPO (replacement) (<c>orderType</c>).</summary>
    public string? OrderType { get; internal set; }

    /// <summary>The order that it belongs to (<c>parentOrderCode</c>).</summary>
    public string? ParentOrderCode { get; internal set; }

    /// <summary>Customer's or vendor's code, or the channel's name in the ERP (<c>partnerCode</c>).</summary>
    public string? PartnerCode { get; internal set; }

    /// <summary>The partner's location (<c>partnerLocationCode</c>).</summary>
    public string? PartnerLocationCode { get; internal set; }

    /// <summary>The warehouse (<c>locationCode</c>).</summary>
    public string? LocationCode { get; internal set; }

    /// <summary>The channel (<c>channelName</c>).</summary>
    public string? ChannelName { get; internal set; }

    /// <summary>Kind of channel, such as ERP (<c>channelType</c>).</summary>
    public string? ChannelType { get; internal set; }

    /// <summary>When it was ordered (<c>orderTime</c>).</summary>
    public DateTimeOffset? OrderTime { get; internal set; }

    /// <summary>When it is due (<c>turnAroundTime</c>).</summary>
    public DateTimeOffset? TurnAroundTime { get; internal set; }

    /// <summary>COD or NCOD (<c>paymentMethod</c>).</summary>
    public string? PaymentMethod { get; internal set; }

    /// <summary>Whether it comes first (<c>isPriority</c>).</summary>
    public bool? IsPriority { get; internal set; }

    /// <summary>Whether it is to be split (<c>isSplitRequired</c>, a string on the wire).</summary>
    public bool? IsSplitRequired { get; internal set; }

    /// <summary>Shipping charges (<c>shippingCharges</c>).</summary>
    public decimal? ShippingCharges { get; internal set; }

    /// <summary>Increff's id of the order (<c>omsOrderId</c>).</summary>
    public long? OmsOrderId { get; internal set; }

    /// <summary>What was ordered (<c>orderItems</c>).</summary>
    public IReadOnlyList<OmniOrderItem> OrderItems { get; internal set; } = [];

    /// <summary>Its shipments so far (<c>shipments</c>), those of earlier postings among them.</summary>
    public IReadOnlyList<OmniShipment> Shipments { get; internal set; } = [];

    /// <summary>Measures and boxes (<c>shipmentDetails</c>): of the posting, or of its only shipment.</summary>
    public OmniShipmentDetails? ShipmentDetails { get; internal set; }

    /// <summary>Bundles, in the older form (<c>virtualSkuDefinitions</c>).</summary>
    public IReadOnlyList<OmniVirtualSku> VirtualSkuDefinitions { get; internal set; } = [];

    /// <summary>Bundles, in the newer form (<c>bundledSkuDefinitions</c>).</summary>
    public IReadOnlyList<OmniBundledSku> BundledSkuDefinitions { get; internal set; } = [];

    /// <summary>Where it goes (<c>shippingAddress</c>).</summary>
    public OmniAddress? ShippingAddress { get; internal set; }

    /// <summary>Who pays (<c>billingAddress</c>).</summary>
    public OmniAddress? BillingAddress { get; internal set; }

    /// <summary>What the channel gave along (<c>orderCustomAttributes</c>).</summary>
    public OmniCustomAttributes? OrderCustomAttributes { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => OrderCode;
}
