using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox;
using OrderOps.Sandbox.External;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class ExternalOrderTests : IDisposable
{
    private const string Orders = "external/external-order/";

    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "external-order-post.json"));

    private readonly ServiceCaller _caller = ServiceCaller.External();

    private ExternalSandbox Service => _caller.Box.External;

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData(Orders + "294/")]
    [InlineData(Orders + "294")]
    public async Task One_order_is_as_in_the_list(string path)
    {
        var listed = (await _caller.Get(Orders + "?ordering=id&page_size=1&page=294"))["results"]![0]!;

        Assert.Equal(listed.ToString(Formatting.None), (await _caller.Send("GET", path)).Body);
        Assert.Equal(listed.ToString(Formatting.None), Service.FindOrder(294));
        Assert.Equal("""{"id":294}""", (await _caller.Send("GET", path + "?fields=id")).Body);
    }

    [Theory]
    [InlineData("3001/")]
    [InlineData("0/")]
    [InlineData("abc/")]
    [InlineData("3001/address/")]
    public async Task An_order_that_is_not_there_is_404_in_JSON(string path)
        => Assert.Equal((404, """{"detail":"Not found."}"""), await _caller.Send("GET", Orders + path));

    [Fact]
    public async Task The_vendors_sample_updates_its_order_and_is_kept_byte_for_byte()
    {
        var before = (JObject)await _caller.Get(Orders + "294/");

        var (status, body) = await _caller.Send("POST", Orders, Sample);

        Assert.Equal(200, status);
        Assert.Equal([Sample], Service.PostedBodies);
        Assert.Equal((1, 0), (Service.UpdatedCount, Service.CreatedCount));
        var sent = (JObject)ServiceCaller.Parse(Sample)[0]!;
        var after = (JObject)await _caller.Get(Orders + "294/");
        Assert.Equal(after.ToString(), ServiceCaller.Parse(body)[0]!.ToString());
        foreach (var name in new[] { "order_id", "rrn", "shop", "promo_code", "address" })
            Assert.Equal(sent[name]!.ToString(), after[name]!.ToString());
        Assert.Equal(88, (int)after["order_items"]![0]!["loyalty_price"]!);
        Assert.Equal("done", (string?)after["status"]);
        Assert.Equal(before["created_at"], after["created_at"]);
        Assert.Equal(before["client_name"], after["client_name"]);
    }

    [Fact]
    public async Task An_order_without_order_id_is_created_each_time()
    {
        var order = (JObject)ServiceCaller.Parse(Sample)[0]!;
        order.Remove("order_id");

        var first = await _caller.Post(Orders, new JArray(order));
        var second = await _caller.Post(Orders, new JArray(order, ServiceCaller.Parse(Sample)[0]!));

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal((2, 1), (Service.CreatedCount, Service.UpdatedCount));
        var ids = new[] { first, second }.Select(reply => (long)ServiceCaller.Parse(reply.Body)[0]!["order_id"]!).ToArray();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(Enumerable.Reverse(ids), (await _caller.Get(Orders + "?page_size=2"))["results"]!.Select(found => (long)found["id"]!));
        Assert.Equal([.. ids.Prepend(294)], (await _caller.Get(Orders + "?search=999999&ordering=id"))["results"]!.Select(found => (long)found["id"]!));
        Assert.Equal(ids[0], (long)(await _caller.Get(Orders + ids[0] + "/"))["id"]!);
    }

    [Fact]
    public async Task Changed_and_created_orders_are_filtered_as_they_are_now()
    {
        var started = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1;
        var order = (JObject)ServiceCaller.Parse(Sample)[0]!;
        order["order_items"]![0]!["order_status"] = "customer_refusal";
        var created = (JObject)order.DeepClone();
        created.Remove("order_id");
        var before = (int)(await _caller.Get(Orders + "?status=customer_refusal"))["count"]!;
        Assert.NotEqual("customer_refusal", (string?)(await _caller.Get(Orders + "294/"))["status"]);

        await _caller.Post(Orders, new JArray(order, created));

        Assert.Equal(before + 2, (int)(await _caller.Get(Orders + "?status=customerrefusal"))["count"]!);
        Assert.Equal(1, (int)(await _caller.Get(Orders + "?created_after=" + started))["count"]!);
    }

    public static TheoryData<string, string, string> Mistakes() => new()
    {
        { "order_id", "3001", "Invalid pk \"3001\" - object does not exist." },
        { "order_id", "\"abc\"", "A valid integer is required." },
        { "shop", "99", "Invalid pk \"99\" - object does not exist." },
        { "promo_code", "99", "Invalid pk \"99\" - object does not exist." },
        { "order_items", "[]", "This list may not be empty." },
        { "order_items", """[{"product":1,"quantity":1}]""", "Invalid pk \"1\" - object does not exist." },
        { "order_items", """[{"product":104392,"quantity":0}]""", "Ensure that quantity is greater than or equal to 1." },
        { "order_items", """[{"product":104392,"quantity":1,"order_status":"lost"}]""", "\"lost\" is not a valid choice." },
        { "address", "1", "Invalid data. Expected a dictionary." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_wrong_field_refuses_the_whole_list_and_stands_at_its_order(string field, string value, string words)
    {
        var right = ServiceCaller.Parse(Sample)[0]!;
        var wrong = (JObject)right.DeepClone();
        wrong[field] = ServiceCaller.Parse(value);

        var (status, body) = await _caller.Post(Orders, new JArray(right, wrong, right));

        Assert.Equal(400, status);
        Assert.Equal(new JArray(new JObject(), new JObject { [field] = new JArray(words) }, new JObject()).ToString(Formatting.None), body);
        Assert.Equal(0, Service.UpdatedCount);
        Assert.Equal(1, Service.PostCount);
    }

    [Theory]
    [InlineData(ExternalErrorForm.List, """[{},{"shop":["This shop does not take orders."]}]""")]
    [InlineData(ExternalErrorForm.Field, """{"shop":["This shop does not take orders."]}""")]
    [InlineData(ExternalErrorForm.Detail, """{"detail":"This shop does not take orders."}""")]
    public async Task A_refusal_has_three_forms(ExternalErrorForm form, string expected)
    {
        Service.Quirks.ErrorForm = form;
        Service.Poison("7");
        var list = new JArray(Update(6), Update(7));

        Assert.Equal((400, expected), await _caller.Post(Orders, list));
        Assert.Equal(0, Service.UpdatedCount);

        Service.Cure("7");
        Assert.Equal(200, (await _caller.Post(Orders, list)).Status);
    }

    [Fact]
    public async Task A_poison_works_by_rrn_too()
    {
        Service.Poison("R-1", "rrn", "Already paid.");

        Assert.Equal((400, """[{"rrn":["Already paid."]}]"""), await _caller.Post(Orders, new JArray(Update(6, ("rrn", "R-1")))));
    }

    [Theory]
    [InlineData("""{"order_id":1}""")]
    [InlineData("[1]")]
    [InlineData("nonsense")]
    [InlineData("[{\"shop\":2}]")]
    public async Task What_is_no_list_of_orders_is_400(string body)
        => Assert.Equal(400, (await _caller.Send("POST", Orders, body)).Status);

    [Fact]
    public async Task An_item_is_deleted_once()
    {
        var order = await _caller.Get(Orders + "?ordering=id&page_size=50");
        var items = order["results"]!.First(found => found["order_items"]!.Count() > 1)["order_items"]!;
        var path = Orders + "item/" + items[0]!["id"] + "/";

        Assert.Equal((204, ""), await _caller.Send("DELETE", path));
        Assert.Equal((404, """{"detail":"Not found."}"""), await _caller.Send("DELETE", path));
        Assert.Equal((404, """{"detail":"Not found."}"""), await _caller.Send("DELETE", Orders + "item/99999999/"));

        var id = (long)items[0]!["id"]! / 100;
        Assert.Equal(items.Skip(1).Select(item => item["id"]), (await _caller.Get(Orders + id + "/"))["order_items"]!.Select(item => item["id"]));
    }

    [Fact]
    public async Task An_item_with_an_id_of_the_senders_is_found_too()
    {
        await _caller.Send("POST", Orders, Sample);

        Assert.Equal(204, (await _caller.Send("DELETE", Orders + "item/12/")).Status);
        Assert.Empty((await _caller.Get(Orders + "294/"))["order_items"]!);
    }

    [Fact]
    public async Task Without_keeping_orders_a_post_is_answered_and_counted()
    {
        using var caller = ServiceCaller.External(new SandboxOptions { KeepOrders = false });
        var order = Update(6, ("order_id", null), ("shop", 2), ("order_items", ServiceCaller.Parse("""[{"product":104392,"quantity":1}]""")));

        Assert.Equal(201, (await caller.Post(Orders, new JArray(order))).Status);
        Assert.Equal((1, 3000), ((int)caller.Box.External.CreatedCount, (int)(await caller.Get(Orders))["count"]!));
        Assert.Empty(caller.Box.External.PostedBodies);
    }

    [Fact]
    public async Task Faults_follow_an_order_by_its_id_in_path_and_body()
    {
        _caller.Box.Faults.ForOrder("7", Fault.ServerError(503)).ForOrder("R-1", Fault.Status(418));

        Assert.Equal(503, (await _caller.Send("GET", Orders + "7/")).Status);
        Assert.Equal(503, (await _caller.Post(Orders, new JArray(Update(6), Update(7)))).Status);
        Assert.Equal(418, (await _caller.Post(Orders, new JArray(Update(6, ("rrn", "R-1"))))).Status);
        Assert.Equal(200, (await _caller.Post(Orders, new JArray(Update(6)))).Status);
    }

    private static JObject Update(long id, params (string Name, JToken? Value)[] members)
    {
        var order = new JObject { ["order_id"] = id };
        foreach (var (name, value) in members)
            order[name] = value;
        return order;
    }
}
