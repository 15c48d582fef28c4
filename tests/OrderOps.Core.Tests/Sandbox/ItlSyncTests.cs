using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class ItlSyncTests : IDisposable
{
    private readonly ItlCaller _itl = new();

    public void Dispose() => _itl.Dispose();

    [Fact]
    public async Task V1_answers_as_the_vendors_page_shows_it()
    {
        var reply = await _itl.Text(ItlCaller.SyncV1, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("test-api-order-110"))));

        Assert.Equal(
            """{"status_code":200,"html_message":" ","data":{"1":{"status":"Success","remark":"Oder Processed Successfully","refnum":"test-api-order-110"}}}""",
            reply);
    }

    [Fact]
    public async Task V3_says_success_at_the_top()
    {
        var reply = await _itl.Sync(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-2"));

        Assert.Equal("success", (string?)reply["status"]);
        Assert.Equal(["1", "2"], ((JObject)reply["data"]!).Properties().Select(entry => entry.Name));
        Assert.Equal(["A-1", "A-2"], reply["data"]!.Select(entry => (string?)entry.First!["refnum"]));
    }

    [Fact]
    public async Task An_accepted_order_is_kept_with_its_text_its_date_and_an_awb()
    {
        var shipment = ItlCaller.Shipment("A-1", ("sub_order", "2"), ("order_date", "05-11-2026 09:07:00"));
        var body = _itl.SyncBody(ItlCaller.Shipment("A-0"), shipment);

        await _itl.Text(ItlCaller.SyncV1, ItlCaller.Compact(body));

        var order = _itl.Box.Itl.Find("A-1", "2");
        Assert.NotNull(order);
        Assert.Equal(ItlCaller.Compact(shipment), order.Shipment);
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 9, 7, 0, new TimeSpan(5, 30, 0)), order.OrderDate);
        Assert.Matches("^[0-9]{11}$", order.AwbNumber);
        Assert.Equal(2, _itl.Box.Itl.AcceptedCount);
        Assert.Equal(["A-0", "A-1"], _itl.Box.Itl.Accepted.Select(accepted => accepted.OrderNumber));
        Assert.Equal(2, _itl.Box.Itl.AwbNumbers.Distinct().Count());
        Assert.Null(_itl.Box.Itl.Find("A-1", "3"));
    }

    [Fact]
    public async Task The_text_of_a_shipment_survives_line_breaks_and_escapes()
    {
        var first = ItlCaller.Shipment("A-1", ("name", "राम \"R\" {é}")).ToString();
        var second = ItlCaller.Shipment("A-2").ToString().Replace("\n", "\r\n");
        var data = _itl.Data();
        var body = $"{{\r\n\"data\":{{\n \"shipments\":[ {first},\r\n{second} ],\n{ItlCaller.Compact(data["data"]!).Substring(1)}}}";

        await _itl.Text(ItlCaller.SyncV1, body);

        Assert.Equal([first, second], _itl.Box.Itl.Accepted.Select(order => order.Shipment));
    }

    [Fact]
    public async Task A_malformed_date_is_taken_silently_as_now()
    {
        var before = DateTimeOffset.UtcNow;
        var reply = await _itl.Sync(ItlCaller.Shipment("A-1", ("order_date", "2026-11-05")));

        Assert.Equal("Success", (string?)reply["data"]!["1"]!["status"]);
        Assert.InRange(_itl.Box.Itl.Find("A-1")!.OrderDate, before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_repeated_order_is_a_duplicate_in_the_same_request_and_in_a_later_one()
    {
        var first = await _itl.Sync(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-1", ("sub_order", "b")));
        var second = await _itl.Sync(ItlCaller.Shipment("A-1"));

        Assert.Equal(["Success", "error", "Success"], first["data"]!.Select(entry => (string?)entry.First!["status"]));
        Assert.Equal(
            """{"status":"error","remark":"Duplicate order found","refnum":"A-1"}""",
            ItlCaller.Compact(second["data"]!["1"]!));
        Assert.Equal(2, _itl.Box.Itl.AcceptedCount);
    }

    [Theory]
    [InlineData("pin", "", "Shipment #2 pin field is required.")]
    [InlineData("billing_phone", " ", "Shipment #2 billing_phone field is required.")]
    [InlineData("weight", "", "Shipment #2 weight field is required.")]
    [InlineData("add", "Short", "Shipment #2 address must be at least 10 characters.")]
    [InlineData("pin", "000000", "Pincode does not exists")]
    [InlineData("pin", "40009", "Pincode does not exists")]
    [InlineData("pin", "999999", "Pincode does not exists")]
    [InlineData("phone", "+919967801682", "Shipment #2 phone must be 10 digits.")]
    [InlineData("payment_mode", "cash", "Shipment #2 payment_mode must be COD or Prepaid.")]
    public async Task A_bad_shipment_is_refused_while_its_neighbours_are_taken(string key, string value, string remark)
    {
        _itl.Box.Itl.RefusePin("999999");

        var reply = await _itl.Sync(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-2", (key, value)), ItlCaller.Shipment("A-3"));

        Assert.Equal(["Success", "error", "Success"], reply["data"]!.Select(entry => (string?)entry.First!["status"]));
        Assert.Equal(remark, (string?)reply["data"]!["2"]!["remark"]);
        Assert.Null(_itl.Box.Itl.Find("A-2"));
        Assert.Equal(2, _itl.Box.Itl.AcceptedCount);
    }

    public static IEnumerable<TheoryDataRow<string>> Keys()
    {
        var shipment = ItlCaller.Shipment("A-1");
        return shipment.Properties().Concat(((JObject)shipment["products"]!.Last!).Properties())
            .Select(property => new TheoryDataRow<string>(property.Name));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_missing_key_refuses_the_whole_batch_with_null(string key)
    {
        var reply = await _itl.Text(
            ItlCaller.SyncV3,
            ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-2", (key, null)))));

        Assert.Equal("null", reply);
        Assert.Equal(0, _itl.Box.Itl.AcceptedCount);
    }

    [Theory]
    [InlineData("product_hsn_code", "")]
    [InlineData("product_tax_rate", "")]
    [InlineData("product_tax_rate", "5%")]
    [InlineData("product_discount", "none")]
    public async Task What_breaks_the_services_arithmetic_gives_a_PHP_error_as_HTML(string key, string value)
    {
        using var response = await _itl.Post(
            ItlCaller.SyncV3,
            ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("A-2", (key, value)))));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Uncaught TypeError: Unsupported operand types: string * int", await response.Content.ReadAsStringAsync());
        Assert.Equal(0, _itl.Box.Itl.AcceptedCount);
    }

    [Fact]
    public async Task More_than_25_are_refused_as_a_whole()
    {
        var shipments = Enumerable.Range(1, 26).Select(number => ItlCaller.Shipment("A-" + number)).ToArray();

        var refused = await _itl.Sync(shipments);
        var taken = await _itl.Sync(shipments.Take(25).ToArray());

        Assert.Equal("error", (string?)refused["status"]);
        Assert.Null(refused["data"]);
        Assert.Equal(25, taken["data"]!.Count());
        Assert.Equal([26, 25], _itl.Box.Itl.BatchSizes);
        Assert.Equal(25, _itl.Box.Itl.AcceptedCount);
    }
}
