using System.Globalization;
using System.Linq;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public class ShipmentHashTests
{
    private const string Item = "shipments[0].shipmentItems[0]";

    [Theory]
    [InlineData("messageId", "99")]
    [InlineData("eventTime", "\"2021-01-01T00:00:00Z\"")]
    [InlineData("shipments[0].somethingNew", "1")]
    [InlineData(Item + ".somethingNew", "1")]
    [InlineData(Item + ".sellingPriceTotal", "1120.00")]
    [InlineData(Item + ".quantity", "\"2\"")]
    [InlineData("shipments[0].generatedInvoiceDate", "1602879748")]
    public void The_same_content_is_seen(string place, string json) => Changes(place, json, ShipmentChange.Seen, sameHash: true);

    [Theory]
    [InlineData("shipments[0].shipmentStatus", "\"CANCELLED\"")]
    [InlineData("shipments[0].awbNumber", "\"awb2\"")]
    [InlineData("shipments[0].awbNumber", null)]
    [InlineData("shipments[0].invoiceDocumentUrl", "\"https://other\"")]
    [InlineData("shipments[0].shippingLabelDocumentUrl", "\"https://other\"")]
    [InlineData("shipments[0].irn", "\"1\"")]
    [InlineData("shipments[0].qrCode", "\"1\"")]
    [InlineData("shipments[0].generatedInvoiceDate", "1602879749")]
    [InlineData("shipmentDetails.weight", "6")]
    [InlineData("shipmentDetails.packboxDetailsList[0].awbNumber", "\"other\"")]
    [InlineData("shipmentDetails.packboxDetailsList[0].skuQuantityDataList[0].count", "11")]
    public void What_follows_the_goods_is_an_update(string place, string? json) => Changes(place, json, ShipmentChange.Updated, sameHash: true);

    [Theory]
    [InlineData("shipments[0].locationCode", "\"loc2\"")]
    [InlineData("shipments[0].generatedInvoiceId", "\"other\"")]
    [InlineData("shipments[0].externalInvoiceId", "\"other\"")]
    [InlineData("shipments[0].externalInvoiceId", "null")]
    [InlineData(Item + ".channelSkuCode", "\"other\"")]
    [InlineData(Item + ".orderItemCode", "\"other\"")]
    [InlineData(Item + ".quantity", "3")]
    [InlineData(Item + ".netTaxAmountPerUnit", "61")]
    [InlineData(Item + ".netTaxAmountTotal", "61")]
    [InlineData(Item + ".baseSellingPricePerUnit", "61")]
    [InlineData(Item + ".baseSellingPriceTotal", "61")]
    [InlineData(Item + ".sellingPricePerUnit", "61")]
    [InlineData(Item + ".sellingPriceTotal", "61")]
    [InlineData(Item + ".shippingChargePerUnit", "61")]
    [InlineData(Item + ".channelDiscount", "61")]
    [InlineData(Item + ".taxItems[0].type", "\"IGST\"")]
    [InlineData(Item + ".taxItems[0].rate", "9")]
    [InlineData(Item + ".taxItems[0].taxPerUnit", "9")]
    [InlineData(Item + ".taxItems[0].taxTotal", "9")]
    [InlineData("shipments[0].shipmentItems", "[]")]
    public void Other_goods_or_money_are_a_conflict(string place, string? json) => Changes(place, json, ShipmentChange.Conflict, sameHash: false);

    [Theory]
    [InlineData("shipments[0].generatedInvoiceId")]
    [InlineData("shipments[0].externalInvoiceId")]
    [InlineData("shipments[0].locationCode")]
    [InlineData(Item + ".netTaxAmountTotal")]
    [InlineData(Item + ".taxItems")]
    [InlineData(Item + ".taxItems[0].rate")]
    [InlineData("shipments[0].shipmentItems")]
    public void A_null_that_became_a_value_is_an_update_and_the_other_way_round_a_conflict(string place)
    {
        OmniShipment without = Shipment(place, "null");
        OmniShipment with = Shipment("", null);

        Assert.NotEqual(ShipmentHash.Of(without), ShipmentHash.Of(with));
        Assert.Equal(ShipmentChange.Updated, Compare(without, with));
        Assert.Equal(ShipmentChange.Conflict, Compare(with, without));
    }

    [Fact]
    public void A_further_item_is_a_conflict()
    {
        OmniShipment two = Shipment("", null);
        OmniShipment one = Shipment("", null);
        one.ShipmentItems = one.ShipmentItems.Take(1).ToArray();

        Assert.Equal(ShipmentChange.Conflict, Compare(one, two));
    }

    [Fact]
    public void The_order_of_items_and_taxes_means_nothing()
    {
        OmniShipment shipment = Shipment("", null);
        string hash = ShipmentHash.Of(shipment);
        byte[] print = ShipmentHash.Print(shipment);
        shipment.ShipmentItems = shipment.ShipmentItems.Reverse().ToArray();
        foreach (OmniShipmentItem item in shipment.ShipmentItems)
        {
            item.TaxItems = item.TaxItems.Reverse().ToArray();
        }

        Assert.Equal(hash, ShipmentHash.Of(shipment));
        Assert.Equal(print, ShipmentHash.Print(shipment));
    }

    [Fact]
    public void It_is_the_same_on_every_machine() => Assert.Equal("1:2798da9935b2a0d62471c4d683836839", ShipmentHash.Of(Shipment("", null)));

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("-0.0", "0")]
    [InlineData("1120", "1120.000")]
    [InlineData("0.05", "5e-2")]
    [InlineData("100000000000000000000", "100000000000000000000.00")]
    [InlineData("0.00000001", "0.0000000100")]
    public void An_amount_is_the_same_however_it_is_written(string one, string other) =>
        Assert.Equal(ShipmentChange.Seen, Compare(Shipment(Item + ".sellingPriceTotal", one), Shipment(Item + ".sellingPriceTotal", other)));

    [Theory]
    [InlineData("0.05", "0.5")]
    [InlineData("0.05", "-0.05")]
    [InlineData("0.0001", "0.00001")]
    [InlineData("12.5", "1.25")]
    [InlineData("9223372036854775807", "9223372036854775808")]
    public void Another_amount_is_a_conflict(string one, string other) =>
        Assert.Equal(ShipmentChange.Conflict, Compare(Shipment(Item + ".sellingPriceTotal", one), Shipment(Item + ".sellingPriceTotal", other)));

    [Fact]
    public void Keys_of_any_length_are_told_apart()
    {
        string key = new('k', 100_000);
        OmniShipment one = Shipment(Item + ".channelSkuCode", $"\"{key}1\"");
        OmniShipment other = Shipment(Item + ".channelSkuCode", $"\"{key}2\"");

        Assert.Equal(ShipmentChange.Seen, Compare(one, one));
        Assert.Equal(ShipmentChange.Conflict, Compare(one, other));
    }

    [Fact]
    public void A_print_tells_its_hash_and_nothing_of_the_content()
    {
        byte[] print = ShipmentHash.Print(Shipment("", null));

        Assert.Equal(ShipmentHash.Of(Shipment("", null)), "1:" + string.Concat(print.Skip(1).Take(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture))));
        Assert.InRange(print.Length, 100, 700);
        Assert.DoesNotContain("UIfd897", System.Text.Encoding.ASCII.GetString(print));
    }

    private static void Changes(string place, string? json, ShipmentChange expected, bool sameHash)
    {
        OmniShipment earlier = Shipment("", null);
        OmniShipment later = Shipment(place, json);

        Assert.Equal(sameHash, ShipmentHash.Of(earlier) == ShipmentHash.Of(later));
        Assert.Equal(expected, Compare(earlier, later));
    }

    private static ShipmentChange Compare(OmniShipment earlier, OmniShipment later) => ShipmentHash.Compare(ShipmentHash.Print(earlier), ShipmentHash.Print(later));

    private static OmniShipment Shipment(string place, string? json) => PostingSamples.ReadWith(place, json).Posting!.Shipments[0];
}
