using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using OrderOps.Omni;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Omni;

public class PostingFindingTests
{
    [Theory]
    [InlineData("partnerCode")]
    [InlineData("partnerLocationCode")]
    [InlineData("isPriority")]
    [InlineData("locationCode")]
    [InlineData("channelName")]
    [InlineData("orderTime")]
    [InlineData("orderType")]
    [InlineData("paymentMethod")]
    [InlineData("eventTime")]
    [InlineData("orderItems")]
    [InlineData("orderItems[0].orderItemCode")]
    [InlineData("orderItems[0].channelSkuCode")]
    [InlineData("orderItems[0].orderedQuantity")]
    [InlineData("orderItems[0].cancelledQuantity")]
    [InlineData("orderItems[0].sellingPricePerUnit")]
    [InlineData("orderItems[0].barcode")]
    [InlineData("bundledSkuDefinitions[0].bundledParentChannelSkuId")]
    [InlineData("bundledSkuDefinitions[0].childSkus")]
    [InlineData("shipments[0].shipmentCode")]
    [InlineData("shipments[0].shipmentItems")]
    [InlineData("shipments[0].shipmentItems[1].channelSkuCode")]
    [InlineData("shipments[0].shipmentItems[1].orderItemCode")]
    [InlineData("shipments[0].shipmentItems[1].netTaxAmountPerUnit")]
    [InlineData("shipments[0].shipmentItems[1].netTaxAmountTotal")]
    [InlineData("shipments[0].shipmentItems[1].baseSellingPricePerUnit")]
    [InlineData("shipments[0].shipmentItems[1].baseSellingPriceTotal")]
    [InlineData("shipments[0].shipmentItems[1].sellingPricePerUnit")]
    [InlineData("shipments[0].shipmentItems[1].sellingPriceTotal")]
    [InlineData("shipments[0].shipmentItems[1].quantity")]
    [InlineData("shipments[0].shipmentItems[1].taxItems")]
    [InlineData("shipments[0].shipmentItems[1].taxItems[0].type")]
    [InlineData("shipments[0].shipmentItems[1].taxItems[0].rate")]
    [InlineData("shipments[0].shipmentItems[1].taxItems[0].taxPerUnit")]
    [InlineData("shipments[0].shipmentItems[1].taxItems[0].taxTotal")]
    [InlineData("shippingAddress")]
    [InlineData("shippingAddress.name")]
    [InlineData("shippingAddress.line1")]
    [InlineData("billingAddress")]
    [InlineData("billingAddress.city")]
    [InlineData("billingAddress.state")]
    [InlineData("billingAddress.zip")]
    [InlineData("billingAddress.country")]
    public void What_the_table_calls_mandatory_is_missed(string place)
    {
        Finding gone = Assert.Single(Usable(PostingSamples.ReadWith(place, null)));
        Assert.Equal((Finding.Warning, place), (gone.Severity, gone.Field));
        Assert.Contains("is missing", gone.Message);

        Assert.Equal(gone, Assert.Single(Usable(PostingSamples.ReadWith(place, "null"))));
    }

    [Theory]
    [InlineData("parentOrderCode")]
    [InlineData("omsOrderId")]
    [InlineData("turnAroundTime")]
    [InlineData("bundledSkuDefinitions")]
    [InlineData("virtualSkuDefinitions")]
    [InlineData("isSplitRequired")]
    [InlineData("shipments")]
    [InlineData("shipmentDetails")]
    [InlineData("orderCustomAttributes")]
    [InlineData("orderItems[0].giftChargePerUnit")]
    [InlineData("bundledSkuDefinitions[0].childSkus[0].qty")]
    [InlineData("shipments[0].generatedInvoiceId")]
    [InlineData("shipments[0].externalInvoiceDate")]
    [InlineData("shipments[0].shipmentStatus")]
    [InlineData("shipments[0].awbNumber")]
    [InlineData("shippingAddress.line2")]
    [InlineData("billingAddress.phone")]
    public void Nothing_else_is(string place) => Assert.Empty(Usable(PostingSamples.ReadWith(place, null)));

    [Theory]
    [InlineData("messageId", "\"12345\"", "is not written as a whole number")]
    [InlineData("messageId", "12345.0", "is not written as a whole number")]
    [InlineData("messageId", "-5", "is negative")]
    [InlineData("orderCode", "1234", "is not in quotes")]
    [InlineData("eventType", "\"outward_order_create\"", "is not written as OUTWARD_ORDER_CREATE")]
    [InlineData("orderType", "\"SO/STO/RTV\"", "is none of SO, STO, RTV, RPO")]
    [InlineData("paymentMethod", "\"CARD\"", "is none of COD, NCOD")]
    [InlineData("shipments[0].shipmentStatus", "\"LOST\"", "is none of OPEN")]
    [InlineData("isPriority", "\"true\"", "is in quotes")]
    [InlineData("isPriority", "\"maybe\"", "neither true nor false")]
    [InlineData("shippingCharges", "\"20.50\"", "is in quotes")]
    [InlineData("shippingCharges", "\"twenty\"", "is no number")]
    [InlineData("shippingCharges", "1e40", "does not fit in a decimal")]
    [InlineData("shippingCharges", "true", "is no number")]
    [InlineData("omsOrderId", "\"17\"", "is in quotes")]
    [InlineData("omsOrderId", "9223372036854775808", "is no whole number of 64 bits")]
    [InlineData("orderItems[0].orderedQuantity", "2.5", "is no whole number of 32 bits")]
    [InlineData("orderItems[0].orderedQuantity", "3000000000", "is no whole number of 32 bits")]
    [InlineData("orderItems[0].barcode", "\"\"", "is blank")]
    [InlineData("orderItems[0].barcode", "[1]", "is no text")]
    [InlineData("orderItems", "{}", "")]
    [InlineData("shippingAddress", "\"Bengaluru\"", "is no object")]
    [InlineData("shipments", "\"none\"", "is no list")]
    [InlineData("orderCustomAttributes.channelMetadata", "[]", "is no object")]
    [InlineData("eventTime", "\"yesterday\"", "is no time that can be read")]
    [InlineData("eventTime", "\"23-08-2023T12:07:18\"", "has no time zone")]
    public void What_departs_from_the_table_is_noted_and_used(string place, string json, string words)
    {
        IReadOnlyList<Finding> findings = Usable(PostingSamples.ReadWith(place, json));

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.False(finding.IsError));
        Assert.Contains(words, findings[0].Message);
        Assert.StartsWith(place, findings[0].Field);
        Assert.NotEmpty(findings[0].Remedy);
    }

    [Theory]
    [InlineData("isSplitRequired", "true")]
    [InlineData("isSplitRequired", "\"true\"")]
    [InlineData("shipments[0].shipmentItems[0].taxItems", """{"type":"IGST","rate":5,"taxPerUnit":1,"taxTotal":2}""")]
    [InlineData("orderItems[0].orderedQuantity", "2.0")]
    [InlineData("shippingCharges", "2.50")]
    [InlineData("eventTime", "1602879748")]
    [InlineData("shipments", "[null]")]
    public void What_the_vendor_is_known_to_send_is_no_finding(string place, string json) => Assert.Empty(Usable(PostingSamples.ReadWith(place, json)));

    [Fact]
    public void A_value_that_can_not_be_read_is_kept()
    {
        OmniPosting posting = PostingSamples.ReadWith("eventTime", "\"yesterday\"").Posting!;
        Assert.Null(posting.EventTime);
        Assert.Equal("yesterday", posting.AdditionalData["eventTime"]);

        Assert.Equal("3000000000", PostingSamples.ReadWith("orderItems[0].orderedQuantity", "3000000000").Posting!.OrderItems[0].AdditionalData["orderedQuantity"]!.ToString());
    }

    [Fact]
    public void Of_a_member_that_stands_there_twice_the_last_one_counts()
    {
        PostingReading reading = PostingSamples.Read(Encoding.UTF8.GetString(PostingSamples.With("", null)).Replace("\"channelName\":", "\"channelname\":\"first\",\"channelName\":"));

        Assert.Equal("flipkart", reading.Posting!.ChannelName);
        Assert.Equal("channelName stands there twice; the last one counts.", Assert.Single(Usable(reading)).Message);
    }

    [Fact]
    public void There_are_never_more_than_a_hundred()
    {
        string items = string.Join(",", Enumerable.Repeat("""{"x":1}""", 1000));
        IReadOnlyList<Finding> findings = Usable(PostingSamples.ReadWith("orderItems", "[" + items + "]"));

        Assert.Equal(100, findings.Count);
        Assert.Equal("The posting has " + (6000 - 99).ToString(CultureInfo.InvariantCulture) + " findings more.", findings[99].Message);
    }

    [Fact]
    public void A_long_value_is_shortened() =>
        Assert.Equal(80, Assert.Single(Usable(PostingSamples.ReadWith("paymentMethod", "\"" + new string('x', 5000) + "\""))).Value.Length);

    private static IReadOnlyList<Finding> Usable(PostingReading reading)
    {
        Assert.True(reading.IsUsable, reading.QuarantineReason);
        return reading.Findings;
    }
}
