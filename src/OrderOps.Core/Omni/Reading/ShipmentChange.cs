namespace OrderOps.Omni;

/// <summary>What a shipment is to the same one of an earlier posting.</summary>
internal enum ShipmentChange
{
    /// <summary>All is as it was.</summary>
    Seen,

    /// <summary>Status, AWB, addresses of documents, irn, qrCode, dates of invoices or details changed, or a null became a value.</summary>
    Updated,

    /// <summary>Codes, invoice ids, items, quantities, amounts or taxes are others.</summary>
    Conflict,
}
