using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class ExternalLookUpTests : IDisposable
{
    private const string Anonymous = """{"detail":"Authentication credentials were not provided."}""";
    private const string Wrong = """{"detail":"Invalid token."}""";

    private readonly ServiceCaller _caller = ServiceCaller.External();

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("shop", 12, 2)]
    [InlineData("region", 35, 101)]
    [InlineData("locality", 280, 63933)]
    [InlineData("sector", 36, 11)]
    [InlineData("product", 100, 104392)]
    [InlineData("promo-code", 24, 1)]
    public async Task A_look_up_is_a_list_that_knows_what_the_vendors_sample_names(string name, int count, long id)
    {
        var page = await _caller.Get($"external/{name}/?page_size=5000");

        Assert.Equal(count, (int)page["count"]!);
        Assert.Equal(count, page["results"]!.Select(row => (long)row["id"]!).Distinct().Count());
        Assert.Contains(id, page["results"]!.Select(row => (long)row["id"]!));
        Assert.All(page["results"]!, row => Assert.False(string.IsNullOrEmpty((string?)row["name"])));
        Assert.Equal(["id", "code"], ((JObject)(await _caller.Get($"external/{name}?fields=id,code&page_size=1"))["results"]![0]!).Properties().Select(member => member.Name));
    }

    [Fact]
    public async Task Localities_are_asked_by_region()
    {
        var found = (await _caller.Get("external/locality/?region=101"))["results"]!;

        Assert.Equal(8, found.Count());
        Assert.All(found, row => Assert.Equal(101, (int)row["region_id"]!));
        Assert.Contains(63933, found.Select(row => (int)row["id"]!));
        Assert.Empty((await _caller.Get("external/locality/?region=1"))["results"]!);
    }

    [Fact]
    public async Task Stores_are_asked_by_group_and_that_needs_no_token()
    {
        _caller.Headers.Clear();

        var found = (await _caller.Get("external/shop/?group=2"))["results"]!;

        Assert.Equal(4, found.Count());
        Assert.All(found, row => Assert.Equal(2, (int)row["group"]!));
        Assert.Equal(401, (await _caller.Send("GET", "external/shop/")).Status);
    }

    [Theory]
    [InlineData("104392", 104392)]
    [InlineData("P-104392", 104392)]
    [InlineData("ceai verde 3", 104321)]
    public async Task A_product_is_found_by_id_code_and_name(string text, int id)
    {
        var found = Assert.Single((await _caller.Get("external/product/?search=" + Uri.EscapeDataString(text)))["results"]!);

        Assert.Equal(id, (int)found["id"]!);
        Assert.Equal(found.ToString(), (await _caller.Get("external/product/" + id)).ToString());
        Assert.Equal(404, (await _caller.Send("GET", "external/product/1")).Status);
    }

    [Theory]
    [InlineData(null, "Raionul Cahul 1")]
    [InlineData("ro", "Raionul Cahul 1")]
    [InlineData("ru", "Район Cahul 1")]
    [InlineData("en", "District Cahul 1")]
    public async Task Names_come_in_the_language_that_is_accepted(string? language, string name)
    {
        _caller.Headers["Accept-Language"] = language;

        Assert.Equal(name, (string?)(await _caller.Get("external/region/"))["results"]![0]!["name"]);
    }

    [Fact]
    public async Task The_address_of_an_order_is_the_orders_with_its_names()
    {
        var order = await _caller.Get("external/external-order/294/");
        var address = await _caller.Get("external/external-order/294/address/");

        foreach (var member in ((JObject)order["address"]!).Properties())
            Assert.Equal(member.Value.ToString(), address[member.Name]!.ToString());
        var region = (await _caller.Get("external/region/?search=" + address["region_id"]))["results"]!.Single(row => (int)row["id"]! == (int)address["region_id"]!);
        Assert.Equal(region["name"], address["region"]);
    }

    public static TheoryData<string, string, string> Operations() => new()
    {
        { "GET", "external-order/", "API-Token" },
        { "GET", "external-order/7/", "API-Token" },
        { "POST", "external-order/", "API-Token" },
        { "GET", "external-order/7/address/", "API-Token" },
        { "DELETE", "external-order/item/701/", "API-Token" },
        { "GET", "promo-code/", "API-Token" },
        { "GET", "shop/", "token" },
        { "GET", "region/", "token" },
        { "GET", "locality/?region=101", "token" },
        { "GET", "sector/", "token" },
        { "GET", "product/?search=1", "token" },
        { "GET", "product/104392", "token" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_operation_needs_its_token_and_refuses_a_wrong_one(string method, string path, string needed)
    {
        foreach (var name in new[] { "API-Token", "token" })
        {
            var right = _caller.Headers[name];
            _caller.Headers[name] = null;
            var reply = await _caller.Send(method, "external/" + path, method == "POST" ? "[]" : null);
            if (name == needed)
                Assert.Equal((401, Anonymous), reply);
            else
                Assert.InRange(reply.Status, 200, 204);

            _caller.Headers[name] = "wrong";
            Assert.Equal((401, Wrong), await _caller.Send(method, "external/" + path, method == "POST" ? "[]" : null));
            _caller.Headers[name] = right;
        }
    }

    [Theory]
    [InlineData("GET", "external/nonsense/", 404, "<!doctype html>")]
    [InlineData("GET", "api/external-order/", 404, "<!doctype html>")]
    [InlineData("GET", "", 404, "<!doctype html>")]
    [InlineData("PUT", "external/external-order/", 405, "{\"detail\":\"Method \\\"PUT\\\" not allowed.\"}")]
    [InlineData("POST", "external/region/", 405, "{\"detail\":")]
    [InlineData("DELETE", "external/external-order/7/", 405, "{\"detail\":")]
    public async Task Another_address_is_a_page_of_HTML_and_another_method_is_refused_in_JSON(string method, string path, int expected, string start)
    {
        var (status, body) = await _caller.Send(method, path, method is "GET" or "DELETE" ? null : "[]");

        Assert.Equal(expected, status);
        Assert.StartsWith(start, body);
    }

    [Theory]
    [InlineData("list-orders", "external-order/")]
    [InlineData("get-order", "external-order/7/")]
    [InlineData("address", "external-order/7/address/")]
    [InlineData("stores", "shop/")]
    [InlineData("regions", "region/")]
    [InlineData("localities", "locality/")]
    [InlineData("sectors", "sector/")]
    [InlineData("find-product", "product/")]
    [InlineData("get-product", "product/104392")]
    [InlineData("promo-codes", "promo-code/")]
    public async Task Each_operation_has_a_name_for_faults(string operation, string path)
    {
        _caller.Box.Faults.Always(Fault.Status(418), on: "external/" + operation);

        Assert.Equal(418, (await _caller.Send("GET", "external/" + path)).Status);
        Assert.Equal(operation == "sectors" ? 418 : 200, (await _caller.Send("GET", "external/sector/")).Status);
    }
}
