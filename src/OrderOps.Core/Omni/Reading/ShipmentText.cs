using System;
using System.Collections.Generic;
using System.Globalization;

namespace OrderOps.Omni;

/// <summary>
/// A shipment as pairs of a place and a value in UTF-8, without what is null, blank or in another order. It is written
/// for every shipment that comes in, so it goes over it once and makes no strings.
/// </summary>
internal sealed partial class ShipmentText
{
    private const char Between = '\u001f';

    /// <summary>Forgets what was written, and writes what makes the shipment another one when it changes.</summary>
    public void Facts(OmniShipment shipment)
    {
        Clear();
        Add("shipmentCode", shipment.ShipmentCode);
        Add("locationCode", shipment.LocationCode);
        Add("generatedInvoiceId", shipment.GeneratedInvoiceId);
        Add("externalInvoiceId", shipment.ExternalInvoiceId);
        Each("item", shipment.ShipmentItems, static item => (item.OrderItemCode ?? "") + Between + item.ChannelSkuCode, static (text, item) => text.Item(item));
    }

    /// <summary>
    /// Forgets what was written, and writes what may change without that. Unknown members are not looked at: the sender
    /// may add them at any time.
    /// </summary>
    public void Rest(OmniShipment shipment)
    {
        Clear();
        Add("status", shipment.ShipmentStatus);
        Add("awb", shipment.AwbNumber);
        Add("generated", shipment.GeneratedInvoiceDate);
        Add("external", shipment.ExternalInvoiceDate);
        Add("invoice", shipment.InvoiceDocumentUrl);
        Add("label", shipment.ShippingLabelDocumentUrl);
        Add("irn", shipment.Irn);
        Add("qrCode", shipment.QrCode);
        if (shipment.ShipmentDetails is { } details)
        {
            Details(details);
        }
    }

    private void Item(OmniShipmentItem item)
    {
        Add("orderItemCode", item.OrderItemCode);
        Add("channelSkuCode", item.ChannelSkuCode);
        Add("locationCode", item.LocationCode);
        Add("quantity", item.Quantity);
        Add("netTaxAmountPerUnit", item.NetTaxAmountPerUnit);
        Add("netTaxAmountTotal", item.NetTaxAmountTotal);
        Add("baseSellingPricePerUnit", item.BaseSellingPricePerUnit);
        Add("baseSellingPriceTotal", item.BaseSellingPriceTotal);
        Add("sellingPricePerUnit", item.SellingPricePerUnit);
        Add("sellingPriceTotal", item.SellingPriceTotal);
        Add("shippingChargePerUnit", item.ShippingChargePerUnit);
        Add("channelDiscount", item.ChannelDiscount);
        Each("tax", item.TaxItems, static tax => tax.Type ?? "", static (text, tax) => text.Tax(tax));
    }

    private void Tax(OmniTaxItem tax)
    {
        Add("type", tax.Type);
        Add("rate", tax.Rate);
        Add("taxPerUnit", tax.TaxPerUnit);
        Add("taxTotal", tax.TaxTotal);
    }

    private void Details(OmniShipmentDetails details)
    {
        Place outer = Enter("details.");
        Measures(details.Length, details.Breadth, details.Height, details.Weight);
        Add("id", details.ShipmentId);
        Add("quantity", details.TotalItemQuantity);
        Leave(outer);
        Each("box", details.PackboxDetailsList, static box => box.BoxId?.ToString(CultureInfo.InvariantCulture) ?? "", static (text, box) => text.Box(box));
    }

    private void Box(OmniPackBox box)
    {
        Measures(box.Length, box.Breadth, box.Height, box.Weight);
        Add("awb", box.AwbNumber);
        Add("remarks", box.PackBoxRemarks);
        Each("sku", box.SkuQuantityDataList, static sku => sku.ClientSkuId ?? "", static (text, sku) =>
        {
            text.Add("global", sku.GlobalSkuId);
            text.Add("count", sku.Count);
        });
    }

    private void Measures(decimal? length, decimal? breadth, decimal? height, decimal? weight)
    {
        Add("length", length);
        Add("breadth", breadth);
        Add("height", height);
        Add("weight", weight);
    }

    /// <summary>A list, whose order means nothing: each element is named by its key, and by its turn among those of the same key.</summary>
    private void Each<T>(string name, IReadOnlyList<T> parts, Func<T, string> key, Action<ShipmentText, T> add)
    {
        if (parts.Count == 0)
        {
            return;
        }

        Add(name, parts.Count, "s");
        string[] keys = new string[parts.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = key(parts[i]);
        }

        int[]? order = Order(keys);
        string? last = null;
        int turn = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int at = order?[i] ?? i;
            turn = keys[at] == last ? turn + 1 : 0;
            last = keys[at];
            Place outer = Enter(name, last, turn);
            add(this, parts[at]);
            Leave(outer);
        }
    }

    /// <summary>Which place comes first, second …; <see langword="null"/> where they stand in order, as they mostly do.</summary>
    private static int[]? Order(string[] keys)
    {
        int sorted = 1;
        while (sorted < keys.Length && string.CompareOrdinal(keys[sorted - 1], keys[sorted]) <= 0)
        {
            sorted++;
        }

        if (sorted >= keys.Length)
        {
            return null;
        }

        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (one, other) =>
        {
            int difference = string.CompareOrdinal(keys[one], keys[other]);
            return difference != 0 ? difference : one.CompareTo(other);
        });
        return order;
    }
}
