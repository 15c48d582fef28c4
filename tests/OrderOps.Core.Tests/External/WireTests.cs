using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.External;
using Xunit;

namespace OrderOps.Tests.External;

public sealed class WireTests
{
    private static string Compact => string.Concat(ExternalRig.Sample.Where(c => !char.IsWhiteSpace(c))).Trim('[', ']');

    [Fact]
    public void The_vendors_sample_goes_back_as_it_came()
    {
        Order order = Read(ExternalRig.Sample.Trim().Trim('[', ']'));
        Assert.Equal(Compact, order.ToJson());
    }

    [Fact]
    public void Looking_at_everything_changes_nothing()
    {
        Order order = Read(Compact);
        Assert.Equal(("294", "999999", "2", "1"), (order.OrderId, order.Rrn, order.Shop, order.PromoCode));
        OrderItem item = Assert.Single(order.Items);
        Assert.Equal(("12", "done", 88m, 1000m, "104392"), (item.OrderId, item.Status, item.LoyaltyPrice, item.Quantity, item.Product));
        Assert.Equal(("236154", "test_ru", "2068", "101", "63933", "11"), (order.Address!.AddressId, order.Address.AddressRu, order.Address.ZipCode, order.Address.RegionId, order.Address.LocalityId, order.Address.Sector));
        Assert.Empty(order.AdditionalData);
        Assert.Equal(Compact, order.ToJson());
    }

    [Fact]
    public void What_is_changed_keeps_its_place_and_its_kind()
    {
        Order order = Read(Compact);
        order.Rrn = "1000";
        order.Shop = "7";
        order.Items[0].Quantity = 2.5m;
        order.Items[0].Status = "canceled";
        order.Address!.ZipCode = "2001";
        Assert.Equal(
            Compact.Replace("\"999999\"", "\"1000\"").Replace("\"shop\":2", "\"shop\":7").Replace(":1000,\"product", ":2.5,\"product").Replace("done", "canceled").Replace("2068", "2001"),
            order.ToJson());
    }

    [Theory]
    [InlineData("""{"order_id":"294","total":1.50,"big":12345678901234567890123,"small":1e-7,"text":"\u0103\/ă","list":[1, {"a":null}],"none":null}""")]
    [InlineData("""{"order_id":1,"note":"a, b : {c} [d] \"e\" \\"}""")]
    public void What_is_not_known_goes_back_as_it_came(string json)
    {
        Order order = Read(json);
        Assert.NotEmpty(order.AdditionalData);
        Assert.Equal(json.Replace("[1, {", "[1,{"), order.ToJson());
    }

    [Fact]
    public void What_is_not_known_can_be_changed_added_and_taken_out()
    {
        Order order = Read("""{"order_id":1,"client":{"name":"Ana","age":30.0},"total":1.50,"old":true}""");
        Assert.Equal(1.50m, order.AdditionalData["total"]);
        ((IDictionary<string, object?>)order.AdditionalData["client"]!)["name"] = "Ion";
        order.AdditionalData.Remove("old");
        order.AdditionalData["new"] = new object[] { 1, "x" };
        Assert.Equal("""{"order_id":1,"client":{"name":"Ion","age":30.0},"total":1.50,"new":[1,"x"]}""", order.ToJson());
    }

    [Fact]
    public void A_new_order_is_written_in_the_order_of_the_vendors_page()
    {
        Order order = new() { Address = new Address { Sector = "11", AddressId = "5" }, Rrn = "77", Shop = "2" };
        order.Items.Add(new OrderItem { Product = "104392", Quantity = 3 });
        Assert.Equal("""{"rrn":"77","shop":2,"order_items":[{"quantity":3,"product":104392}],"address":{"address_id":5,"sector":11}}""", order.ToJson());
    }

    [Theory]
    [InlineData("0123", "\"0123\"")]
    [InlineData("123", "123")]
    [InlineData("MD-2001", "\"MD-2001\"")]
    public void A_code_is_a_number_only_where_no_digit_is_lost(string zipCode, string written)
    {
        Assert.Equal($"{{\"zip_code\":{written}}}", new Address { ZipCode = zipCode }.ToJson());
    }

    [Fact]
    public void An_order_that_has_only_an_id_is_sent_with_its_order_id()
    {
        Assert.Equal("""{"order_id":5,"id":5,"status":"new"}""", Read("""{"id":5,"status":"new"}""").ToJson());
    }

    [Theory]
    [InlineData("\"2025-03-11T17:45:42+02:00\"", "2025-03-11T17:45:42+02:00")]
    [InlineData("\"2025-03-11T17:45:42.123456Z\"", "2025-03-11T17:45:42.123456+00:00")]
    [InlineData("\"2025-03-11 17:45:42\"", "2025-03-11T17:45:42+00:00")]
    [InlineData("1741710342", "2025-03-11T16:25:42+00:00")]
    [InlineData("1741710342000", "2025-03-11T16:25:42+00:00")]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    public void Times_keep_their_offset(string json, string? expected)
    {
        DateTimeOffset? time = Read($"{{\"created_at\":{json}}}").CreatedAt;
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
        Assert.Equal(expected is null ? null : expected.Substring(expected.Length - 6), time?.ToString("zzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_state_is_read_in_both_spellings_and_its_own_goes_back()
    {
        Order order = Read("""{"order_id":1,"status":"incollection"}""");
        Assert.Equal("in_collection", order.Status);
        order.Status = "in_collection";
        Assert.Contains("\"incollection\"", order.ToJson());
        order.Status = "on_delivery";
        Assert.Contains("\"on_delivery\"", order.ToJson());
        Assert.Contains("\"ondelivery\"", order.ToJson(StatusSpelling.Joined));
    }

    [Theory]
    [InlineData("toBeReturnedInTwoDays", "to_be_returned_in_two_days", "tobereturnedintwodays")]
    [InlineData("client_no_answer", "client_no_answer", "clientnoanswer")]
    [InlineData("new", "new", "new")]
    [InlineData("half_way_there", "half_way_there", "half_way_there")]
    public void States_have_two_spellings_and_unknown_ones_are_taken(string given, string underscored, string joined)
    {
        Assert.Equal(underscored, OrderStatus.Read(given));
        Assert.Equal(underscored, OrderStatus.Write(given, StatusSpelling.Underscored));
        Assert.Equal(joined, OrderStatus.Write(given, StatusSpelling.Joined));
    }

    private static Order Read(string json) => new(WireObject.Parse(json));
}
