using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>The members of a made-up order's postings, in the shape of the vendor's samples.</summary>
internal sealed class OrderBody
{
    private static readonly string[] Channels = ["flipkart", "myntra", "webshop"];

    private readonly string _orderCode;
    private readonly long _number;
    private readonly DateTimeOffset _created;
    private readonly string _channel;
    private readonly string _paymentMethod;
    private readonly List<ItemBody> _items;

#pragma warning disable CA5394 // Made-up orders, not secrets.
    public OrderBody(string orderCode, long number, DateTimeOffset created, Random random)
    {
        _orderCode = orderCode;
        _number = number;
        _created = created;
        _channel = Channels[random.Next(Channels.Length)];
        _paymentMethod = random.Next(2) == 0 ? "COD" : "NCOD";
        _items = Enumerable.Range(1, random.Next(2, 5)).Select(item => new ItemBody(number, item, random)).ToList();
        int parts = random.Next(3) == 0 ? 2 : 1;
        Shipments = Enumerable.Range(0, parts)
            .Select(part => new ShipmentBody(number, part + 1, _items.Where((_, i) => i % parts == part).ToArray()))
            .ToArray();
    }
#pragma warning restore CA5394

    public IReadOnlyList<ShipmentBody> Shipments { get; }

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);

    public void CancelAll() => _items.ForEach(item => item.Cancelled = item.Ordered);

    public void CancelOne() => _items[0].Cancelled = 1;

    public JObject Posting(long messageId, string eventType, DateTimeOffset now) => new()
    {
        ["partnerCode"] = "1100013090",
        ["partnerLocationCode"] = "9",
        ["locationCode"] = "IN132",
        ["orderCode"] = _orderCode,
        ["parentOrderCode"] = _orderCode,
        ["isPriority"] = false,
        ["channelName"] = _channel,
        ["orderTime"] = Time(_created),
        ["orderType"] = "SO",
        ["messageId"] = messageId,
        ["paymentMethod"] = _paymentMethod,
        ["eventType"] = eventType,
        ["eventTime"] = Time(now),
        ["omsOrderId"] = _number,
        ["turnAroundTime"] = Time(_created.AddDays(2)),
        ["virtualSkuDefinitions"] = new JArray(),
        ["isSplitRequired"] = "false",
        ["shippingCharges"] = 20,
        ["channelType"] = "ERP",
        ["orderItems"] = new JArray(_items.Select(item => item.Ordering())),
        ["shipments"] = new JArray(Shipments.Where(shipment => shipment.IsInvoiced).Select(shipment => shipment.Shipment())),
        ["shipmentDetails"] = Shipments.FirstOrDefault(shipment => shipment.IsInvoiced)?.Details(),
        ["shippingAddress"] = Address(),
        ["billingAddress"] = Address(),
        ["orderCustomAttributes"] = Attributes(),
    };

    public static JObject Attributes() => new()
    {
        ["attribute1"] = "Value1",
        ["attribute2"] = "Value2",
        ["channelMetadata"] = new JObject { ["totalCashOnDeliveryFee"] = 0.0m, ["department"] = "HR", ["status"] = "processing" },
        ["currency"] = "INR",
    };

    private JObject Address() => new()
    {
        ["name"] = string.Format(CultureInfo.InvariantCulture, "Customer {0}", _number),
        ["line1"] = "101 Shreeji Sharan",
        ["line2"] = "Linking Road",
        ["line3"] = null,
        ["city"] = "Bengaluru",
        ["state"] = "Karnataka",
        ["zip"] = "560076",
        ["country"] = "INDIA",
        ["email"] = "customer@example.com",
        ["phone"] = "9999999999",
    };
}
