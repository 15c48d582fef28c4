using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Newtonsoft.Json.Linq;
using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl;

public class SyncRequestTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static OrderRules Rules(IReadOnlyDictionary<string, string>? additional = null) => new(new OrderRuleOptions { Now = Now, AdditionalField = additional });

    private static JObject Body(Order order, IReadOnlyDictionary<string, object?>? data = null) =>
        (JObject)Samples.Parse(Encoding.UTF8.GetString(SyncRequestBody.Write(new[] { Rules().Check(order) }, "tok\"en", "geheim ☃", data)));

    /// <summary>The order of the vendor's sample, by its values.</summary>
    private static Order VendorOrder()
    {
        JToken shipment = Samples.Json("itl-sync-request.json")["data"]!["shipments"]![0]!;
        var order = new Order();
        foreach (OrderField field in OrderField.All)
        {
            order[field] = (string?)shipment[field.WireName];
        }

        foreach (JToken item in shipment[OrderField.Products]!)
        {
            var product = new Product();
            foreach (ProductField field in ProductField.All)
            {
                product[field] = (string?)item[field.WireName];
            }

            order.Products.Add(product);
        }

        return order;
    }

    [Fact]
    public void The_vendors_sample_goes_out_key_by_key_in_the_vendors_order()
    {
        var expected = (JObject)Samples.Json("itl-sync-request.json");
        JObject sent = Body(VendorOrder());

        // The page's values that the live service refuses or that we send as text like the others.
        JToken shipment = expected["data"]!["shipments"]![0]!;
        shipment["cod_amount"] = "0";
        foreach (JToken product in shipment["products"]!)
        {
            product["product_tax_rate"] = "0";
        }

        expected["data"]!["access_token"] = "tok\"en";
        expected["data"]!["secret_key"] = "geheim ☃";
        Assert.Equal(expected.ToString(), sent.ToString());
    }

    [Fact]
    public void The_vendors_sample_is_sent_with_a_warning_about_its_amount()
    {
        CheckedOrder order = Rules().Check(VendorOrder());
        Assert.True(order.IsValid);
        Assert.Equal("cod_amount", Assert.Single(order.Findings).Field);
    }

    [Fact]
    public void An_order_with_the_least_has_every_key_and_text_for_every_value()
    {
        JToken vendors = Samples.Json("itl-sync-request.json")["data"]!["shipments"]![0]!;
        JToken shipment = Body(OrderSamples.Cod())["data"]!["shipments"]![0]!;
        Assert.Equal(Keys(vendors), Keys(shipment));
        Assert.Equal(Keys(vendors["products"]![0]!), Keys(shipment["products"]![0]!));
        Assert.All(shipment.Children<JProperty>().Where(key => key.Name != "products"), key => Assert.Equal(JTokenType.String, key.Value.Type));
        Assert.All(shipment["products"]![0]!.Children<JProperty>(), key => Assert.Equal(JTokenType.String, key.Value.Type));
    }

    [Fact]
    public void Any_text_arrives_as_it_is()
    {
        string name = "\"Śri\\Ram/\u0001 \u2028 ☃ \U0001F600 ऑर्डर </script>";
        Order order = OrderSamples.Cod();
        order.Products[0].Name = name;
        Assert.Equal(name.Replace('\u0001', ' ').Replace("  ", " "), (string?)Body(order)["data"]!["shipments"]![0]!["products"]![0]!["product_name"]);
    }

    [Fact]
    public void Half_a_character_in_a_text_does_not_break_the_request()
    {
        Order order = OrderSamples.Cod();
        order.Name = "A" + '\uD83D' + "B";
        Assert.Equal("A\uFFFDB", (string?)Body(order)["data"]!["shipments"]![0]!["name"]);
    }

    [Fact]
    public void Orders_stand_in_the_order_in_which_they_were_given()
    {
        OrderRules rules = Rules();
        CheckedOrder[] orders = Enumerable.Range(1, 25).Select(number => rules.Check(OrderSamples.Cod($"A-{number}"))).ToArray();
        JToken sent = Samples.Parse(Encoding.UTF8.GetString(SyncRequestBody.Write(orders, "t", "s", null)));
        Assert.Equal(orders.Select(order => order.OrderNumber), sent["data"]!["shipments"]!.Select(shipment => (string)shipment["order"]!));
    }

    [Fact]
    public void An_invalid_order_is_never_written()
    {
        CheckedOrder invalid = Rules().Check(new Order());
        Assert.Throws<ArgumentException>(() => SyncRequestBody.Write(new[] { invalid }, "t", "s", null));
    }

    [Fact]
    public void Additional_fields_stand_behind_the_others_of_every_shipment()
    {
        CheckedOrder order = Rules(new Dictionary<string, string> { ["gst"] = "27AAPFU0939F1ZV", ["na\"me"] = "" }).Check(OrderSamples.Cod());
        string[] keys = Keys(Samples.Parse(Encoding.UTF8.GetString(order.Entry)));
        Assert.Equal(new[] { "gst_number", "gst", "na\"me" }, keys.Skip(keys.Length - 3));
    }

    [Theory]
    [InlineData("order")]
    [InlineData("GST_NUMBER")]
    [InlineData("products")]
    [InlineData(" ")]
    public void An_additional_field_can_not_replace_one_that_is_known(string key)
    {
        var error = Assert.Throws<ServiceConfigurationException>(() => Rules(new Dictionary<string, string> { [key] = "x" }));
        Assert.Equal("ItlAdditionalFieldInvalid", error.ErrorId);
    }

    [Fact]
    public void Additional_data_stands_beside_the_credentials()
    {
        JObject body = Cultures.In("de-DE", () => Body(OrderSamples.Cod(), new Dictionary<string, object?>
        {
            ["pickup_address_id"] = 24,
            ["store"] = new System.Collections.Hashtable { ["open"] = true },
            ["rates"] = new object?[] { 0.5, 1.25m, null, "x" },
            ["since"] = new DateTime(2025, 11, 2),
        }));
        Assert.Equal(new[] { "shipments", "access_token", "secret_key", "pickup_address_id", "store", "rates", "since" }, Keys(body["data"]!));
        Assert.Equal(24, (int)body["data"]!["pickup_address_id"]!);
        Assert.True((bool)body["data"]!["store"]!["open"]!);
        Assert.Equal("[0.5,1.25,null,\"x\"]", body["data"]!["rates"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("2025-11-02T00:00:00", (string?)body["data"]!["since"]);
    }

    [Theory]
    [InlineData("shipments")]
    [InlineData("ACCESS_TOKEN")]
    [InlineData("secret_key")]
    [InlineData("")]
    public void Additional_data_can_not_replace_the_requests_own(string key)
    {
        var error = Assert.Throws<ServiceConfigurationException>(() => AdditionalJson.Check(new Dictionary<string, object?> { [key] = "x" }));
        Assert.Equal("ItlAdditionalDataInvalid", error.ErrorId);
    }

    [Fact]
    public void Additional_data_that_holds_itself_is_refused()
    {
        var loop = new Dictionary<string, object?>();
        loop["again"] = loop;
        Assert.Throws<ServiceConfigurationException>(() => AdditionalJson.Check(loop));
        Assert.Throws<ServiceConfigurationException>(() => AdditionalJson.Check(new Dictionary<string, object?> { ["rate"] = double.NaN }));
    }

    [Fact]
    public void Awbs_go_out_as_one_text()
    {
        string body = Encoding.UTF8.GetString(CancelRequestBody.Write(new[] { "86210010463", "86210010464" }, "t", "s"));
        Assert.Equal("""{"data":{"access_token":"t","secret_key":"s","awb_numbers":"86210010463,86210010464"}}""", body);
    }

    private static string[] Keys(JToken token) => token.Children<JProperty>().Select(key => key.Name).ToArray();
}
