using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>One item of a made-up order: as it was ordered, and as it is shipped.</summary>
internal sealed class ItemBody
{
    private const decimal TaxRate = 6;

    private readonly string _sku;
    private readonly string _code;
    private readonly long _id;
    private readonly decimal _price;

#pragma warning disable CA5394 // Made-up orders, not secrets.
    public ItemBody(long order, int number, Random random)
    {
        _id = (order * 10) + number;
        _code = string.Format(CultureInfo.InvariantCulture, "{0}-{1}", order, number);
        _sku = (100000000000L + random.Next(1000000)).ToString(CultureInfo.InvariantCulture);
        _price = random.Next(100, 5000) + 0.5m;
        Ordered = random.Next(2, 5);
    }
#pragma warning restore CA5394

    public int Ordered { get; }

    public int Cancelled { get; set; }

    public int Shipped => Ordered - Cancelled;

    public long Id => _id;

    public string Sku => _sku;

    public JObject Ordering() => new()
    {
        ["orderItemCode"] = _code,
        ["channelSkuCode"] = _sku,
        ["orderedQuantity"] = Ordered,
        ["cancelledQuantity"] = Cancelled,
        ["channelDiscount"] = 0,
        ["sellingPricePerUnit"] = _price,
        ["giftChargePerUnit"] = 0,
        ["sellerDiscount"] = 0,
        ["shippingCharge"] = 0,
        ["omsItemId"] = _id,
        ["barcode"] = _sku,
        ["orderItemCustomAttributes"] = OrderBody.Attributes(),
    };

    public JObject Shipping()
    {
        decimal tax = Math.Round(_price * TaxRate / 100, 2);
        return new JObject
        {
            ["channelSkuCode"] = _sku,
            ["orderItemCode"] = _code,
            ["netTaxAmountPerUnit"] = 2 * tax,
            ["netTaxAmountTotal"] = 2 * tax * Shipped,
            ["baseSellingPricePerUnit"] = _price,
            ["baseSellingPriceTotal"] = _price * Shipped,
            ["sellingPricePerUnit"] = _price + (2 * tax),
            ["sellingPriceTotal"] = (_price + (2 * tax)) * Shipped,
            ["quantity"] = Shipped,
            ["shippingChargePerUnit"] = 0,
            ["channelDiscount"] = 0,
            ["taxItems"] = new JArray(Tax("SGST", tax), Tax("CGST", tax)),
        };
    }

    private JObject Tax(string type, decimal perUnit) => new()
    {
        ["type"] = type,
        ["rate"] = TaxRate,
        ["taxPerUnit"] = perUnit,
        ["taxTotal"] = perUnit * Shipped,
    };
}
