using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public class PostingReaderTests
{
    [Theory]
    [InlineData(PostingSamples.Create, OmniEventType.Create, 0)]
    [InlineData(PostingSamples.Complete, OmniEventType.Complete, 1)]
    public void The_vendors_samples_are_usable(string file, string eventType, int bundles)
    {
        PostingReading reading = PostingReader.Read(PostingSamples.Bytes(file));

        Assert.True(reading.IsUsable);
        Assert.Equal((12345L, "flipkart1234", eventType), (reading.MessageId!.Value, reading.OrderCode, reading.Posting!.EventType));
        Assert.Equal(bundles, reading.Posting.BundledSkuDefinitions.Count);
        Assert.Equal(["orderType"], reading.Findings.Select(finding => finding.Field));
    }

    [Fact]
    public void Every_part_of_the_sample_is_typed()
    {
        OmniPosting posting = PostingSamples.Posting();

        Assert.Equal(("1100013090", "9", "IN132", "flipkart1221"), (posting.PartnerCode, posting.PartnerLocationCode, posting.LocationCode, posting.ParentOrderCode));
        Assert.Equal((false, false, 20m, "ERP", 1234L), (posting.IsPriority, posting.IsSplitRequired, posting.ShippingCharges, posting.ChannelType, posting.OmsOrderId));
        Assert.Equal(new DateTimeOffset(2020, 10, 16, 20, 22, 28, TimeSpan.Zero), posting.EventTime);
        Assert.Equal(("abc1", 2, "xyz1"), (posting.VirtualSkuDefinitions[0].VirtualParentChannelSkuId, posting.VirtualSkuDefinitions[0].ChildSkus[0].Qty, posting.VirtualSkuDefinitions[0].ChildSkus[1].ChannelSkuCode));
        OmniOrderItem item = Assert.Single(posting.OrderItems);
        Assert.Equal(("item123", "1000889888", 2, 1, 500m, 50m, 5m, 10m, 0m, 123L, "barcode1"), (item.OrderItemCode, item.ChannelSkuCode, item.OrderedQuantity, item.CancelledQuantity, item.SellingPricePerUnit, item.ChannelDiscount, item.SellerDiscount, item.GiftChargePerUnit, item.ShippingCharge, item.OmsItemId, item.Barcode));
        Assert.Equal("Value10", item.OrderItemCustomAttributes!.Attribute10);
        Assert.Equal(("INR", "HR", 0.0m), (posting.OrderCustomAttributes!.Currency, posting.OrderCustomAttributes.ChannelMetadata!["department"], posting.OrderCustomAttributes.ChannelMetadata["totalCashOnDeliveryFee"]));
        Assert.Equal(("Bengaluru", "560076", "9999999999"), (posting.BillingAddress!.City, posting.BillingAddress.Zip, posting.ShippingAddress!.Phone));
    }

    [Fact]
    public void Every_part_of_a_shipment_is_typed()
    {
        OmniShipment shipment = Assert.Single(PostingSamples.Posting().Shipments);

        Assert.Equal(("UIfd897", "loc1", "AR105044395", "FK56556GH45", "DELIVERED", "awb1"), (shipment.ShipmentCode, shipment.LocationCode, shipment.GeneratedInvoiceId, shipment.ExternalInvoiceId, shipment.ShipmentStatus, shipment.AwbNumber));
        Assert.True(shipment.QrCode!.Length > 255);
        OmniShipmentItem item = shipment.ShipmentItems[1];
        Assert.Equal(("100000734701", 2, 60m, 120m, 500m, 1000m, 560m, 1120m, 36m, 30m), (item.ChannelSkuCode, item.Quantity, item.NetTaxAmountPerUnit, item.NetTaxAmountTotal, item.BaseSellingPricePerUnit, item.BaseSellingPriceTotal, item.SellingPricePerUnit, item.SellingPriceTotal, item.ShippingChargePerUnit, item.ChannelDiscount));
        Assert.Equal(("CGST", 6m, 30m, 60m), (item.TaxItems[1].Type, item.TaxItems[1].Rate, item.TaxItems[1].TaxPerUnit, item.TaxItems[1].TaxTotal));
        OmniPackBox box = Assert.Single(shipment.ShipmentDetails!.PackboxDetailsList);
        Assert.Equal((1L, "AWB123", "Fragile items", 15m), (box.BoxId, box.AwbNumber, box.PackBoxRemarks, box.Length));
        Assert.Equal((876L, "SKU002", 15), (box.SkuQuantityDataList[1].GlobalSkuId, box.SkuQuantityDataList[1].ClientSkuId, box.SkuQuantityDataList[1].Count));
    }

    [Fact]
    public void Names_are_matched_without_case()
    {
        string text = Encoding.UTF8.GetString(PostingSamples.Bytes(PostingSamples.Complete))
            .Replace("\"messageId\"", "\"MESSAGEID\"").Replace("channelSkuCode", "channelskuCode").Replace("channelMetadata", "channelMetaData").Replace("\"shipments\"", "\"s\\u0068ipments\"");

        OmniPosting posting = PostingSamples.Read(text).Posting!;

        Assert.Equal((12345L, "1000889888", "HR"), (posting.MessageId, posting.OrderItems[0].ChannelSkuCode, posting.OrderCustomAttributes!.ChannelMetadata!["department"]));
        Assert.Single(posting.Shipments);
    }

    [Theory]
    [InlineData("somethingNew")]
    [InlineData("orderItems[0].somethingNew")]
    [InlineData("orderItems[0].orderItemCustomAttributes.somethingNew")]
    [InlineData("shipments[0].somethingNew")]
    [InlineData("shipments[0].shipmentItems[0].somethingNew")]
    [InlineData("shipments[0].shipmentItems[0].taxItems[0].somethingNew")]
    [InlineData("shipmentDetails.somethingNew")]
    [InlineData("shipmentDetails.packboxDetailsList[0].somethingNew")]
    [InlineData("shipmentDetails.packboxDetailsList[0].skuQuantityDataList[0].somethingNew")]
    [InlineData("bundledSkuDefinitions[0].childSkus[0].somethingNew")]
    [InlineData("virtualSkuDefinitions[0].somethingNew")]
    [InlineData("billingAddress.somethingNew")]
    public void An_unknown_member_is_kept_where_it_stood_and_is_no_finding(string place)
    {
        PostingReading reading = PostingSamples.ReadWith(place, """{"a":[1,2.50,true,null,"x"],"b":99999999999999999999999999999999}""");

        OmniPosting p = reading.Posting!;
        OmniPart part = place switch
        {
            var x when x.Contains("taxItems") => p.Shipments[0].ShipmentItems[0].TaxItems[0],
            var x when x.Contains("shipmentItems") => p.Shipments[0].ShipmentItems[0],
            var x when x.Contains("skuQuantity") => p.ShipmentDetails!.PackboxDetailsList[0].SkuQuantityDataList[0],
            var x when x.Contains("packbox") => p.ShipmentDetails!.PackboxDetailsList[0],
            var x when x.Contains("Attributes") => p.OrderItems[0].OrderItemCustomAttributes!,
            var x when x.Contains("orderItems") => p.OrderItems[0],
            var x when x.Contains("childSkus") => p.BundledSkuDefinitions[0].ChildSkus[0],
            var x when x.Contains("virtual") => p.VirtualSkuDefinitions[0],
            var x when x.Contains("billing") => p.BillingAddress!,
            var x when x.Contains("shipmentDetails") => p.ShipmentDetails!,
            var x when x.Contains("shipments") => p.Shipments[0],
            _ => p,
        };
        var kept = Assert.IsType<IDictionary<string, object?>>(part.AdditionalData["SOMETHINGNEW"], exactMatch: false);
        Assert.Equal(new object?[] { 1L, 2.50m, true, null, "x" }, kept["a"]);
        Assert.Equal("99999999999999999999999999999999", kept["b"]);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Details_of_an_only_shipment_are_found_in_either_place()
    {
        string details = """{"length":1,"shipmentId":7}""";
        OmniPosting below = PostingReader.Read(PostingSamples.With("shipments[0].shipmentDetails", details)).Posting!;
        Assert.Equal((7L, 12345L), (below.Shipments[0].ShipmentDetails!.ShipmentId, below.ShipmentDetails!.ShipmentId));

        OmniPosting above = PostingSamples.Posting();
        Assert.Same(above.ShipmentDetails, above.Shipments[0].ShipmentDetails);

        string only = Encoding.UTF8.GetString(PostingSamples.With("shipments[0].shipmentDetails", details)).Replace("},\"shipmentDetails\":", "},\"x\":").Replace("],\"shipmentDetails\":", "],\"y\":");
        OmniPosting inShipment = PostingSamples.Read(only).Posting!;
        Assert.Equal(inShipment.Shipments[0].ShipmentDetails, inShipment.ShipmentDetails);
    }

    [Fact]
    public void Details_are_not_given_to_one_of_several_shipments()
    {
        OmniPosting posting = PostingSamples.ReadWith("shipments", """[{"shipmentCode":"a","shipmentItems":[]},{"shipmentCode":"b","shipmentItems":[]}]""").Posting!;

        Assert.NotNull(posting.ShipmentDetails);
        Assert.All(posting.Shipments, shipment => Assert.Null(shipment.ShipmentDetails));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("4611686018427387905")]
    public void Ids_keep_all_64_bits(string id)
    {
        long expected = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, PostingSamples.ReadWith("messageId", id).MessageId);
        Assert.Equal(expected, PostingSamples.ReadWith("omsOrderId", id).Posting!.OmsOrderId);
        Assert.Equal(expected, PostingSamples.ReadWith("shipmentDetails.packboxDetailsList[0].boxId", id).Posting!.ShipmentDetails!.PackboxDetailsList[0].BoxId);
        Assert.Equal(expected, PostingSamples.ReadWith("shipmentDetails.packboxDetailsList[0].skuQuantityDataList[0].globalSkuId", id).Posting!.ShipmentDetails!.PackboxDetailsList[0].SkuQuantityDataList[0].GlobalSkuId);
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("1234567890123.45")]
    [InlineData("-12.50")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void Money_is_exact(string amount) =>
        Assert.Equal(amount, PostingSamples.ReadWith("shippingCharges", amount).Posting!.ShippingCharges!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_number_with_an_exponent_is_read() => Assert.Equal(1250m, PostingSamples.ReadWith("shippingCharges", "1.25e3").Posting!.ShippingCharges);

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.True(PostingReader.Read([0xEF, 0xBB, 0xBF, .. PostingSamples.Bytes(PostingSamples.Create)]).IsUsable);

    [Fact]
    public void Letters_of_all_scripts_and_escapes_come_through() =>
        Assert.Equal("Zoë नमस्ते 😀 \"\\/\b\f\n\r\t", PostingSamples.ReadWith("shippingAddress.name", """ "Zo\u00eb नमस्ते \ud83d\ude00 \"\\\/\b\f\n\r\t" """.Trim()).Posting!.ShippingAddress!.Name);

    [Fact]
    public void A_megabyte_of_unknown_members_costs_less_than_twice_its_size()
    {
        string members = string.Join(",", Enumerable.Range(0, 60_000).Select(i => "\"unknown" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\":[1,2]"));
        byte[] body = Encoding.UTF8.GetBytes("{\"messageId\":1,\"orderCode\":\"a\",\"eventType\":\"OUTWARD_ORDER_CREATE\"," + members + "}");
        Assert.True(body.Length > 1_000_000);
        PostingReader.Read(body);
#if NET
        long before = GC.GetAllocatedBytesForCurrentThread();
        PostingReading reading = PostingReader.Read(body);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * body.Length);
#else
        PostingReading reading = PostingReader.Read(body);
#endif
        Assert.True(reading.IsUsable);
        Assert.Equal(60_000, reading.Posting!.AdditionalData.Count);
    }
}
