using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox;
using OrderOps.Sandbox.Integration;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class IntegrationSandboxTests : IDisposable
{
    private const string Orders = "api/integration/orders";
    private const string Products = "api/integration/products";

    private readonly ServiceCaller _caller = ServiceCaller.Integration();

    private IntegrationSandbox Service => _caller.Box.Integration;

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task The_first_order_is_answered_as_the_vendors_page_shows_it()
    {
        var (status, body) = await _caller.Post(Orders, Data(Order("ID-01")));

        Assert.Equal(200, status);
        Assert.Equal(
            """{"message":"1 new records inserted. 0 existing records updated. Same value or invalid data skipped 0","skipped":0,"inserted":1,"updated":0}""",
            body);
    }

    [Fact]
    public async Task New_changed_unchanged_and_invalid_rows_are_counted_and_not_named()
    {
        await _caller.Post(Orders, Data(Order("A"), Order("B")));

        var counts = await Upsert(Orders, Order("A"), Order("B", ("discount", "16")), Order("C"), Order("D", ("total_amount", "much")));

        Assert.Equal((1, 1, 2), counts);
        Assert.Equal(["A", "B", "C"], Service.Orders.Select(order => order.Key));
        Assert.Equal(Order("B", ("discount", "16")).ToString(Formatting.None), Service.FindOrder("B")!.Json);
        Assert.NotNull(Service.FindOrder("B")!.UpdatedAt);
        Assert.Null(Service.FindOrder("A")!.UpdatedAt);
        Assert.Null(Service.FindOrder("D"));
        Assert.Equal(3, Service.OrderCount);
        Assert.Equal((3, 1, 2), (Service.InsertedCount, Service.UpdatedCount, Service.SkippedCount));
        Assert.Equal([2, 4], Service.OrderBatchSizes);
    }

    public static TheoryData<string> Invalid() => new()
    {
        """{"total_amount":"12,50"}""",
        """{"discount":"none"}""",
        """{"total_qty":"many"}""",
        """{"email":"nobody"}""",
        """{"products":[]}""",
        """{"products":[{"product_sku_id":"s","amount":"x","qty":"1"}]}""",
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task What_can_not_be_right_is_skipped(string changes)
    {
        var order = Order("A");
        order.Merge(ServiceCaller.Parse(changes), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });

        Assert.Equal((0, 0, 1), await Upsert(Orders, order));
        Assert.Equal(0, Service.OrderCount);
    }

    [Fact]
    public async Task The_same_values_in_other_types_and_another_order_are_unchanged()
    {
        await Upsert(Orders, Order("A"));
        var order = new JObject(Order("A").Properties().Reverse()) { ["total_amount"] = 5000 };
        order["products"]![0]!["qty"] = 1;

        Assert.Equal((0, 0, 1), await Upsert(Orders, order));
    }

    public static TheoryData<IntegrationPathForm, string> Forms() => new()
    {
        { IntegrationPathForm.Brackets, "data[2].email" },
        { IntegrationPathForm.Dots, "data.2.email" },
        { IntegrationPathForm.Slashes, "/data/2/email" },
        { IntegrationPathForm.FieldOnly, "email" },
        { IntegrationPathForm.Blank, "" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_missing_field_refuses_the_whole_request(IntegrationPathForm form, string path)
    {
        Service.PathForm = form;

        var (status, body) = await _caller.Post(Orders, Data(Order("A"), Order("B"), Order("C", ("email", null)), Order("D", ("name", null))));

        Assert.Equal(400, status);
        Assert.Equal(new JObject { ["path"] = path, ["error"] = "\"email\" is required" }.ToString(Formatting.None), body);
        Assert.Equal(0, Service.OrderCount);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("products")]
    [InlineData("order_id")]
    [InlineData("total_amount")]
    [InlineData("discount")]
    [InlineData("refferral_code")]
    [InlineData("user_id")]
    public async Task Each_required_field_is_missed_when_it_is_absent_or_blank(string name)
    {
        foreach (var value in new[] { null, " " })
        {
            var (status, body) = await _caller.Post(Orders, Data(Order("A", (name, value))));

            Assert.Equal(400, status);
            Assert.Equal("data[0]." + name, (string?)ServiceCaller.Parse(body)["path"]);
        }
    }

    [Fact]
    public async Task What_is_optional_may_be_absent()
        => Assert.Equal((1, 0, 0), await Upsert(Orders, Order("A", ("phone", null), ("address", null), ("total_qty", null))));

    [Fact]
    public async Task A_field_of_an_item_is_named_by_both_places()
    {
        var order = Order("A");
        ((JObject)order["products"]![1]!).Remove("qty");

        var (_, body) = await _caller.Post(Orders, Data(Order("B"), order));

        Assert.Equal("data[1].products[1].qty", (string?)ServiceCaller.Parse(body)["path"]);
    }

    [Fact]
    public async Task A_poisoned_order_refuses_every_request_that_it_is_in()
    {
        Service.Poison("B", "refferral_code", "is not valid");

        var (status, body) = await _caller.Post(Orders, Data(Order("A"), Order("B")));
        Assert.Equal((400, """{"path":"data[1].refferral_code","error":"\"refferral_code\" is not valid"}"""), (status, body));
        Assert.Equal(0, Service.OrderCount);

        Service.Cure("B");
        Assert.Equal((2, 0, 0), await Upsert(Orders, Order("A"), Order("B")));
    }

    [Fact]
    public async Task An_order_can_be_passed_over()
    {
        Service.PassOver("B");

        Assert.Equal((1, 0, 1), await Upsert(Orders, Order("A"), Order("B")));
        Assert.Null(Service.FindOrder("B"));
    }

    [Fact]
    public async Task Products_have_their_own_address_and_fields()
    {
        var first = await Upsert(Products, Product("s1", "25"), Product("s2", "30"));
        var second = await Upsert(Products, Product("s1", "25"), Product("s2", "31"), Product("s3", "dear"));
        var (status, body) = await _caller.Post(Products, Data(new JObject { ["product_sku_id"] = "s4" }));

        Assert.Equal((2, 0, 0), first);
        Assert.Equal((0, 1, 2), second);
        Assert.Equal((400, """{"path":"data[0].amount","error":"\"amount\" is required"}"""), (status, body));
        Assert.Equal(["s1", "s2"], Service.Products.Select(product => product.Key));
        Assert.Contains("31", Service.FindProduct("s2")!.Json);
        Assert.Equal((2, 0), (Service.ProductCount, Service.OrderCount));
        Assert.Equal([2, 3, 1], Service.ProductBatchSizes);
    }

    [Theory]
    [InlineData(null, "Token is required")]
    [InlineData("wrong", "Invalid token")]
    public async Task Without_the_token_there_is_401(string? token, string error)
    {
        _caller.Headers["token"] = token;

        foreach (var path in new[] { Orders, Products })
            Assert.Equal((401, $$"""{"error":"{{error}}"}"""), await _caller.Post(path, Data(Order("A"))));
        Assert.Equal(0, Service.OrderCount);
    }

    [Theory]
    [InlineData("POST", Orders, "", 400)]
    [InlineData("POST", Orders, "[]", 400)]
    [InlineData("POST", Orders, "{}", 400)]
    [InlineData("POST", Orders, """{"data":[]}""", 400)]
    [InlineData("POST", Orders, """{"data":[1]}""", 400)]
    [InlineData("POST", Orders, """{data:[]}""", 400)]
    [InlineData("PUT", Orders, """{"data":[]}""", 405)]
    [InlineData("POST", "api/integration/order", """{"data":[]}""", 404)]
    public async Task What_is_no_upsert_is_refused_in_JSON(string method, string path, string body, int expected)
    {
        var (status, reply) = await _caller.Send(method, path, body);

        Assert.Equal(expected, status);
        Assert.NotNull(ServiceCaller.Parse(reply)["error"]);
    }

    [Fact]
    public async Task A_limit_can_be_set()
    {
        Service.BatchLimit = 2;

        var (status, body) = await _caller.Post(Orders, Data(Order("A"), Order("B"), Order("C")));

        Assert.Equal((400, "data"), (status, (string?)ServiceCaller.Parse(body)["path"]));
        Assert.Equal((2, 0, 0), await Upsert(Orders, Order("A"), Order("B")));
    }

    [Fact]
    public async Task Without_keeping_anything_changes_are_still_told_from_repeats()
    {
        using var caller = ServiceCaller.Integration(new SandboxOptions { KeepOrders = false, KeepRequests = 0 });
        await caller.Post(Orders, Data(Order("A"), Order("B")));

        var (_, body) = await caller.Post(Orders, Data(Order("A"), Order("B", ("user_id", "7"))));

        Assert.Equal((0, 1, 1), Counts(body));
        Assert.Equal(2, caller.Box.Integration.OrderCount);
        Assert.Empty(caller.Box.Integration.Orders);
    }

    [Fact]
    public async Task Faults_find_the_service_its_operations_and_its_orders()
    {
        _caller.Box.Faults.Next(Fault.Status(418), on: "integration/products").Next(Fault.Status(429), on: "integration").ForOrder("B", Fault.ServerError(503));

        var statuses = new List<int>();
        foreach (var (path, row) in new[] { (Orders, Order("A")), (Orders, Order("A")), (Orders, Order("B")), (Products, Product("s", "1")) })
            statuses.Add((await _caller.Post(path, Data(row))).Status);

        Assert.Equal([429, 200, 503, 418], statuses);
    }

    [Fact]
    public async Task Counts_can_come_as_text()
    {
        _caller.Box.Faults.Next(Fault.MixedTypes());

        Assert.Contains("\"skipped\":\"0\",\"inserted\":\"1\"", (await _caller.Post(Orders, Data(Order("A")))).Body);
    }

    private async Task<(int Inserted, int Updated, int Skipped)> Upsert(string path, params JObject[] rows)
    {
        var (status, body) = await _caller.Post(path, Data(rows));
        Assert.Equal(200, status);
        return Counts(body);
    }

    private static (int Inserted, int Updated, int Skipped) Counts(string body)
    {
        var reply = ServiceCaller.Parse(body);
        return ((int)reply["inserted"]!, (int)reply["updated"]!, (int)reply["skipped"]!);
    }

    private static JObject Data(params JObject[] rows) => new() { ["data"] = new JArray(rows.Cast<object>().ToArray()) };

    private static JObject Product(string sku, string amount) => new() { ["product_sku_id"] = sku, ["amount"] = amount };

    private static JObject Order(string id, params (string Name, string? Value)[] changes)
    {
        var order = new JObject
        {
            ["name"] = "Abhay",
            ["email"] = "abhay@example.com",
            ["phone"] = "7666804987",
            ["address"] = "address 1",
            ["products"] = new JArray(
                new JObject { ["product_sku_id"] = "sss1", ["amount"] = "25", ["qty"] = "1" },
                new JObject { ["product_sku_id"] = "sss2", ["amount"] = "25", ["qty"] = "1" }),
            ["order_id"] = id,
            ["total_amount"] = "5000",
            ["discount"] = "15",
            ["total_qty"] = "45",
            ["refferral_code"] = "EV78G55H",
            ["user_id"] = "99",
        };
        foreach (var (name, value) in changes)
        {
            if (value is null)
                order.Remove(name);
            else
                order[name] = value;
        }

        return order;
    }
}
