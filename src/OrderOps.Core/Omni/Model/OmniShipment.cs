using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>One shipment of an order. It comes again in every later posting of its order: <see cref="ShipmentCode"/> is what makes it one. Vendor page: Order Posting, shipments.</summary>
public sealed class OmniShipment : OmniPart
{
    /// <summary>The shipment's code (<c>shipmentCode</c>), unique.</summary>
    public string? ShipmentCode { get; internal set; }

    /// <summary>Where it leaves from (<c>locationCode</c>).</summary>
    public string? LocationCode { get; internal set; }

    /// <summary>Increff's invoice (<c>generatedInvoiceId</c>).</summary>
    public string? GeneratedInvoiceId { get; internal set; }

    /// <summary>When Increff made the invoice (<c>generatedInvoiceDate</c>).</summary>
    public DateTimeOffset? GeneratedInvoiceDate { get; internal set; }

    /// <summary>The channel's invoice (<c>externalInvoiceId</c>).</summary>
    public string? ExternalInvoiceId { get; internal set; }

    /// <summary>When the channel made the invoice (<c>externalInvoiceDate</c>).</summary>
    public DateTimeOffset? ExternalInvoiceDate { get; internal set; }

    /// <summary>Where the invoice is (<c>invoiceDocumentUrl</c>).</summary>
    public string? InvoiceDocumentUrl { get; internal set; }

    /// <summary>Where the label is (<c>shippingLabelDocumentUrl</c>).</summary>
    public string? ShippingLabelDocumentUrl { get; internal set; }

    /// <summary>Number of the e-invoice (<c>irn</c>).</summary>
    public string? Irn { get; internal set; }

    /// <summary>Signed QR code of the e-invoice (<c>qrCode</c>), often over 1,000 characters.</summary>
    public string? QrCode { get; internal set; }

    /// <summary>OPEN, CLOSED, INVOICED, MANIFESTED, DISPATCHED, CANCELLED or DELIVERED (<c>shipmentStatus</c>).</summary>
    public string? ShipmentStatus { get; internal set; }

    /// <summary>AWB (<c>awbNumber</c>).</summary>
    public string? AwbNumber { get; internal set; }

    /// <summary>What it holds (<c>shipmentItems</c>).</summary>
    public IReadOnlyList<OmniShipmentItem> ShipmentItems { get; internal set; } = [];

    /// <summary>Measures and boxes (<c>shipmentDetails</c>): its own, or the posting's where it is the only shipment.</summary>
    public OmniShipmentDetails? ShipmentDetails { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => ShipmentCode ?? "";
}
