using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>One shipment of a made-up order.</summary>
internal sealed class ShipmentBody
{
    // A signed invoice's code is this long (vendor page's sample); what is in it nobody reads.
    private static readonly string QrCode = string.Concat(Enumerable.Repeat("eyJhbGciOiJSUzI1NiIsImtpZCI6", 40));

    private readonly IReadOnlyList<ItemBody> _items;
    private readonly long _number;
    private readonly string _suffix;
    private DateTimeOffset _invoiced;

    public ShipmentBody(long order, int number, IReadOnlyList<ItemBody> items)
    {
        _number = (order * 10) + number;
        _suffix = string.Format(CultureInfo.InvariantCulture, "{0}-{1}", order, number);
        _items = items;
    }

    public string Status { get; set; } = "OPEN";

    public bool IsInvoiced => Status != "OPEN";

    public void Invoice(DateTimeOffset now)
    {
        Status = "INVOICED";
        _invoiced = now;
    }

    public JObject Shipment() => new()
    {
        ["shipmentCode"] = "SHP-" + _suffix,
        ["locationCode"] = "IN132",
        ["generatedInvoiceId"] = "AR" + _suffix,
        ["generatedInvoiceDate"] = OrderBody.Time(_invoiced),
        ["externalInvoiceId"] = "FK" + _suffix,
        ["externalInvoiceDate"] = OrderBody.Time(_invoiced),
        ["invoiceDocumentUrl"] = "https://invoices.example.com/" + _suffix + ".pdf",
        ["shippingLabelDocumentUrl"] = Status == "INVOICED" ? null : "https://labels.example.com/" + _suffix + ".pdf",
        ["irn"] = "a429746e55b844c9d2cb2a6f68997d1c2af29987cc834f3b52da45d1b0bc97c9",
        ["qrCode"] = QrCode,
        ["shipmentStatus"] = Status,
        ["awbNumber"] = Status == "INVOICED" ? null : "AWB" + _suffix,
        ["shipmentItems"] = new JArray(_items.Select(item => item.Shipping())),
    };

    public JObject Details() => new()
    {
        ["length"] = 30.0m,
        ["breadth"] = 20.0m,
        ["height"] = 10.0m,
        ["weight"] = 5.0m,
        ["shipmentId"] = _number,
        ["totalItemQuantity"] = _items.Sum(item => item.Shipped),
        ["packboxDetailsList"] = new JArray(new JObject
        {
            ["length"] = 15.0m,
            ["breadth"] = 10.0m,
            ["height"] = 8.0m,
            ["weight"] = 2.0m,
            ["boxId"] = 1,
            ["awbNumber"] = Status == "INVOICED" ? null : "AWB" + _suffix,
            ["packBoxRemarks"] = "Fragile items",
            ["skuQuantityDataList"] = new JArray(_items.Select(item => new JObject
            {
                ["globalSkuId"] = item.Id,
                ["clientSkuId"] = item.Sku,
                ["count"] = item.Shipped,
            })),
        }),
    };
}
