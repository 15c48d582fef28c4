using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace OrderOps.Omni;

/// <summary>A shipment as pairs of a place and a value, without what is null, blank or in another order.</summary>
internal sealed class ShipmentText
{
    private const char Between = '\u001f';

    private readonly StringBuilder _text = new(1024);
    private readonly Action<string, string>? _pair;

    private ShipmentText(Action<string, string>? pair) => _pair = pair;

    /// <summary>What makes the shipment another one when it changes.</summary>
    public static string Facts(OmniShipment shipment, Action<string, string>? pair = null)
    {
        ShipmentText text = new(pair);
        text.Add("shipmentCode", shipment.ShipmentCode);
        text.Add("locationCode", shipment.LocationCode);
        text.Add("generatedInvoiceId", shipment.GeneratedInvoiceId);
        text.Add("externalInvoiceId", shipment.ExternalInvoiceId);
        text.Each("item", shipment.ShipmentItems, item => (item.OrderItemCode ?? "") + Between + item.ChannelSkuCode, text.Item);
        return text._text.ToString();
    }

    /// <summary>What may change without that. Unknown members are not looked at: the sender may add them at any time.</summary>
    public static string Rest(OmniShipment shipment)
    {
        ShipmentText text = new(null);
        text.Add("status", shipment.ShipmentStatus);
        text.Add("awb", shipment.AwbNumber);
        text.Add("generated", shipment.GeneratedInvoiceDate);
        text.Add("external", shipment.ExternalInvoiceDate);
        text.Add("invoice", shipment.InvoiceDocumentUrl);
        text.Add("label", shipment.ShippingLabelDocumentUrl);
        text.Add("irn", shipment.Irn);
        text.Add("qrCode", shipment.QrCode);
        if (shipment.ShipmentDetails is { } details)
        {
            text.Details(details);
        }

        return text._text.ToString();
    }

    private void Item(string place, OmniShipmentItem item)
    {
        Add(place + "orderItemCode", item.OrderItemCode);
        Add(place + "channelSkuCode", item.ChannelSkuCode);
        Add(place + "locationCode", item.LocationCode);
        Add(place + "quantity", item.Quantity);
        Add(place + "netTaxAmountPerUnit", item.NetTaxAmountPerUnit);
        Add(place + "netTaxAmountTotal", item.NetTaxAmountTotal);
        Add(place + "baseSellingPricePerUnit", item.BaseSellingPricePerUnit);
        Add(place + "baseSellingPriceTotal", item.BaseSellingPriceTotal);
        Add(place + "sellingPricePerUnit", item.SellingPricePerUnit);
        Add(place + "sellingPriceTotal", item.SellingPriceTotal);
        Add(place + "shippingChargePerUnit", item.ShippingChargePerUnit);
        Add(place + "channelDiscount", item.ChannelDiscount);
        Each(place + "tax", item.TaxItems, tax => tax.Type ?? "", Tax);
    }

    private void Tax(string place, OmniTaxItem tax)
    {
        Add(place + "type", tax.Type);
        Add(place + "rate", tax.Rate);
        Add(place + "taxPerUnit", tax.TaxPerUnit);
        Add(place + "taxTotal", tax.TaxTotal);
    }

    private void Details(OmniShipmentDetails details)
    {
        Measures("details.", details.Length, details.Breadth, details.Height, details.Weight);
        Add("details.id", details.ShipmentId);
        Add("details.quantity", details.TotalItemQuantity);
        Each("box", details.PackboxDetailsList, box => box.BoxId?.ToString(CultureInfo.InvariantCulture) ?? "", Box);
    }

    private void Box(string place, OmniPackBox box)
    {
        Measures(place, box.Length, box.Breadth, box.Height, box.Weight);
        Add(place + "awb", box.AwbNumber);
        Add(place + "remarks", box.PackBoxRemarks);
        Each(place + "sku", box.SkuQuantityDataList, sku => sku.ClientSkuId ?? "", (at, sku) =>
        {
            Add(at + "global", sku.GlobalSkuId);
            Add(at + "count", sku.Count);
        });
    }

    private void Measures(string place, decimal? length, decimal? breadth, decimal? height, decimal? weight)
    {
        Add(place + "length", length);
        Add(place + "breadth", breadth);
        Add(place + "height", height);
        Add(place + "weight", weight);
    }

    /// <summary>A list, whose order means nothing: each element is named by its key, and by its turn among those of the same key.</summary>
    private void Each<T>(string name, IReadOnlyList<T> parts, Func<T, string> key, Action<string, T> add)
    {
        if (parts.Count == 0)
        {
            return;
        }

        Add(name + "s", parts.Count);
        string last = "";
        int turn = 0;
        foreach (T part in parts.Count == 1 ? parts : parts.OrderBy(key, StringComparer.Ordinal).ToArray())
        {
            string own = name + Between + key(part) + Between;
            turn = own == last ? turn + 1 : 0;
            last = own;
            add(own + turn.ToString(CultureInfo.InvariantCulture) + ".", part);
        }
    }

    private void Add(string place, decimal? number) => Add(place, number?.ToString("G29", CultureInfo.InvariantCulture));

    private void Add(string place, long? number) => Add(place, number?.ToString(CultureInfo.InvariantCulture));

    private void Add(string place, DateTimeOffset? time) => Add(place, time?.UtcTicks);

    private void Add(string place, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(place).Append('=').Append(value).Append('\u001e');
            _pair?.Invoke(place, value!);
        }
    }
}
