using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.External;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.External;

public sealed class EndpointTests
{
    public static TheoryData<string, string, string> Calls => new()
    {
        { "orders", "GET external/external-order/?ordering=created_at&page=1&page_size=100", "API-Token" },
        { "filter", "GET external/external-order?ordering=-created_at&created_after=1741710342&status=new,in_collection&page=1&page_size=100", "API-Token" },
        { "search", "GET external/external-order/?ordering=created_at&search=a%20b&fields=order_id,status&page=1&page_size=100", "API-Token" },
        { "order", "GET external/external-order/29%2F4/", "API-Token" },
        { "address", "GET external/external-order/294/address/", "API-Token" },
        { "stores", "GET external/shop/?page=1&page_size=100", "API-Token token" },
        { "group", "GET external/shop/?group=3&page=1&page_size=100", "API-Token token" },
        { "regions", "GET external/region/?fields=id,name&page=1&page_size=5000", "API-Token token" },
        { "localities", "GET external/locality/?region=101&page=1&page_size=100", "API-Token token" },
        { "sectors", "GET external/sector/?page=1&page_size=100", "API-Token token" },
        { "product", "GET external/product/104392", "API-Token token" },
        { "products", "GET external/product/?search=ceai&page=1&page_size=100", "API-Token token" },
        { "promo", "GET external/promo-code/?page=1&page_size=100", "API-Token" },
        { "delete", "DELETE external/external-order/item/12/", "API-Token" },
        { "set", "POST external/external-order/", "API-Token" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_operation_is_called_as_the_table_says(string operation, string expected, string tokens)
    {
        using ExternalRig rig = new((200, operation is "order" or "address" or "product" or "set" ? "{}" : "[]"));
        await CallAsync(rig, operation);
        ExternalRig.Request request = Assert.Single(rig.Requests);
        Assert.Equal(expected, $"{request.Method} {request.Address.Replace("https://shop.test/base/", "")}");
        Assert.Equal(tokens, string.Join(" ", new[] { "API-Token", "token" }.Where(request.Headers.ContainsKey)));
        Assert.False(request.Headers.ContainsKey("Accept-Language"));
    }

    [Fact]
    public async Task A_connection_can_say_otherwise()
    {
        ExternalEndpointChanges changes = new() { Language = "RU", SiteToken = null };
        changes.Endpoints["region"] = "/v2/regions/";
        changes.Endpoints["Locality"] = new Hashtable { ["path"] = "v2/regions/{id}/places", ["Query"] = new Hashtable { ["Page"] = "p", ["PageSize"] = "" } };
        changes.Endpoints["OrderItem"] = new Hashtable { ["Method"] = "post", ["Path"] = "items/{id}/remove", ["Headers"] = new Hashtable { ["X-Why"] = "test" } };
        changes.Endpoints["OrderFilter"] = new Hashtable { ["StatusSpelling"] = "joined", ["Tokens"] = new[] { "SiteToken" } };
        using ExternalRig rig = new(changes, (200, "[]"));
        foreach (string operation in new[] { "regions", "localities", "delete", "filter" })
        {
            await CallAsync(rig, operation);
        }

        string[] called = rig.Requests.Select(request => $"{request.Method} {request.Address.Replace("https://shop.test/base/", "")}").ToArray();
        Assert.Equal("GET v2/regions/?fields=id,name&page=1&page_size=5000", called[0]);
        Assert.Equal("GET v2/regions/101/places?p=1", called[1]);
        Assert.Equal("POST items/12/remove", called[2]);
        Assert.Contains("status=new,incollection", called[3]);
        Assert.Equal("test", rig.Requests[2].Headers["X-Why"]);
        Assert.All(rig.Requests, request => Assert.Equal("ru", request.Headers["Accept-Language"]));
        Assert.False(rig.Requests[3].Headers.ContainsKey("API-Token"));
    }

    public static TheoryData<string, object?, string> Refused => new()
    {
        { "Regoin", "/x/", "Region" },
        { "Region", 5, "hashtable" },
        { "Region", "", "/external/" },
        { "Region", "https://elsewhere.test/x/", "connection" },
        { "Order", "/orders/", "{id}" },
        { "Region", new Hashtable { ["Pfad"] = "/x/" }, "Path" },
        { "Region", new Hashtable { ["Method"] = "LIST" }, "GET" },
        { "Region", new Hashtable { ["Query"] = new Hashtable { ["Seite"] = "p" } }, "PageSize" },
        { "Region", new Hashtable { ["Query"] = "p" }, "hashtable" },
        { "Region", new Hashtable { ["Tokens"] = "Token" }, "SiteToken" },
        { "Region", new Hashtable { ["StatusSpelling"] = "3" }, "Joined" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_can_not_be_meant_is_refused_with_what_can(string operation, object? change, string remedy)
    {
        ServiceConfigurationException failure = Assert.Throws<ServiceConfigurationException>(() => ExternalEndpoints.Default.With(new Dictionary<string, object?> { [operation] = change }));
        Assert.Equal(ExternalErrors.EndpointInvalid, failure.ErrorId);
        Assert.Contains(operation, failure.Message);
        Assert.Contains(remedy, failure.RecommendedAction);
    }

    [Fact]
    public void Guesses_say_that_they_are_until_somebody_knows_better()
    {
        Assert.Equal(["OrderFilter", "OrderList", "OrderSet", "Product"], ExternalEndpoints.Default.All.Where(endpoint => !endpoint.IsInferred).Select(endpoint => endpoint.Operation).OrderBy(name => name, StringComparer.Ordinal));
        Assert.False(ExternalEndpoints.Default.With(new Dictionary<string, object?> { ["Region"] = "/regions/" })["Region"].IsInferred);
        Assert.True(ExternalEndpoints.Default["Region"].IsInferred);
    }

    private static async Task CallAsync(ExternalRig rig, string operation)
    {
        LookupOptions plain = new();
        switch (operation)
        {
            case "orders": rig.Read(new OrderQuery()); break;
            case "filter": rig.Read(new OrderQuery { Status = ["new", "InCollection"], CreatedAfter = DateTimeOffset.FromUnixTimeSeconds(1741710342).ToOffset(TimeSpan.FromHours(9)), Descending = true, OrderBy = "CreatedAt" }); break;
            case "search": rig.Read(new OrderQuery { Search = "a b", Fields = ["OrderId", "Status"] }); break;
            case "order": await rig.Reader.OrderAsync("29/4", CancellationToken.None); break;
            case "address": await rig.Reader.AddressAsync("294", CancellationToken.None); break;
            case "stores": await rig.Reader.Stores(null, plain).NextPageAsync(CancellationToken.None); break;
            case "group": await rig.Reader.Stores("3", plain).NextPageAsync(CancellationToken.None); break;
            case "regions": await rig.Reader.Regions(new LookupOptions { Fields = ["id", "name"], PageSize = 5000 }).NextPageAsync(CancellationToken.None); break;
            case "localities": await rig.Reader.Localities("101", plain).NextPageAsync(CancellationToken.None); break;
            case "sectors": await rig.Reader.Sectors(plain).NextPageAsync(CancellationToken.None); break;
            case "product": await rig.Reader.ProductAsync("104392", CancellationToken.None); break;
            case "products": await rig.Reader.Products("Code", "ceai", plain).NextPageAsync(CancellationToken.None); break;
            case "promo": await rig.Reader.PromoCodes(plain).NextPageAsync(CancellationToken.None); break;
            case "delete": await rig.DeleteAsync("12"); break;
            default: await rig.SetAsync(1, new Order { OrderId = "1" }); break;
        }
    }
}
