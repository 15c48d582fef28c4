namespace OrderOps.Omni;

/// <summary>Members of a shipment. The vendor's table has no row for the code and the invoices.</summary>
internal static class ShipmentMembers
{
    public static MemberTable<OmniShipment> Table { get; } = new(
        new("shipmentCode", Need.Identity, static (p, s) => (p.ShipmentCode = s.Text()) is not null),
        new("locationCode", Need.Optional, static (p, s) => (p.LocationCode = s.Text()) is not null),
        new("generatedInvoiceId", Need.Optional, static (p, s) => (p.GeneratedInvoiceId = s.Text()) is not null),
        new("generatedInvoiceDate", Need.Optional, static (p, s) => (p.GeneratedInvoiceDate = s.Time()) is not null),
        new("externalInvoiceId", Need.Optional, static (p, s) => (p.ExternalInvoiceId = s.Text()) is not null),
        new("externalInvoiceDate", Need.Optional, static (p, s) => (p.ExternalInvoiceDate = s.Time()) is not null),
        new("invoiceDocumentUrl", Need.Optional, static (p, s) => (p.InvoiceDocumentUrl = s.Text()) is not null),
        new("shippingLabelDocumentUrl", Need.Optional, static (p, s) => (p.ShippingLabelDocumentUrl = s.Text()) is not null),
        new("irn", Need.Optional, static (p, s) => (p.Irn = s.Text()) is not null),
        new("qrCode", Need.Optional, static (p, s) => (p.QrCode = s.Text()) is not null),
        new("shipmentStatus", Need.Optional, static (p, s) => (p.ShipmentStatus = s.Choice(PostingWords.ShipmentStatuses)) is not null),
        new("awbNumber", Need.Optional, static (p, s) => (p.AwbNumber = s.Text()) is not null),
        new("shipmentItems", Need.Mandatory, static (p, s) => s.Parts(ShipmentItemMembers.Table) is { } list && (p.ShipmentItems = list) is not null),
        new("shipmentDetails", Need.Optional, static (p, s) => (p.ShipmentDetails = s.Part(ShipmentDetailsMembers.Table)) is not null));
}
