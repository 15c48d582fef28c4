using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>The service's addresses, and what its requests share. The slash at the end may be left out, as one call of the vendor's page does.</summary>
internal sealed class ExternalService : IService
{
    public const string ServiceName = "external";

    private readonly Dictionary<string, Operation> _lists;
    private readonly Operation _setOrders;
    private readonly Operation _getOrder;
    private readonly Operation _getProduct;
    private readonly Operation _address;
    private readonly Operation _deleteItem;

    public ExternalService(bool keepsOrders)
    {
        Orders = new(keepsOrders);
        Post = new(Orders, keepsOrders);
        _lists = new(StringComparer.Ordinal)
        {
            ["external-order"] = new("list-orders", "GET", Credential.ApiToken, ListOrders),
            ["shop"] = new("stores", "GET", Credential.SiteToken, call => call.Page(new LookUpListing(LookUps.Stores(call.Language), call.Query, "group", "group"))) { IsOpenByGroup = true },
            ["region"] = new("regions", "GET", Credential.SiteToken, call => call.Page(new LookUpListing(LookUps.Regions(call.Language), call.Query))),
            ["locality"] = new("localities", "GET", Credential.SiteToken, call => call.Page(new LookUpListing(LookUps.Localities(call.Language), call.Query, "region", "region_id"))),
            ["sector"] = new("sectors", "GET", Credential.SiteToken, call => call.Page(new LookUpListing(LookUps.Sectors(call.Language), call.Query))),
            ["product"] = new("find-product", "GET", Credential.SiteToken, call => call.Page(new LookUpListing(LookUps.Products(call.Language), call.Query))),
            ["promo-code"] = new("promo-codes", "GET", Credential.ApiToken, call => call.Page(new LookUpListing(LookUps.PromoCodes(call.Language), call.Query))),
        };
        _setOrders = new("set-orders", "POST", Credential.ApiToken, Post.Answer) { Keys = OrderPost.Keys };
        _getOrder = new("get-order", "GET", Credential.ApiToken, call => call.One(call.Id is { } id ? Orders.Find(id, Quirks.PlainStatuses) : null));
        _getProduct = new("get-product", "GET", Credential.SiteToken, call => call.One(LookUps.Products(call.Language).FirstOrDefault(product => (long?)product["id"] == call.Id)));
        _address = new("address", "GET", Credential.ApiToken, Address);
        _deleteItem = new("delete-item", "DELETE", Credential.ApiToken, DeleteItem);
    }

    /// <summary>Its place below the server; the vendor's own addresses follow behind it.</summary>
    public string Name => "ecom";

    public Credentials Credentials { get; } = new();

    public ExternalQuirks Quirks { get; } = new();

    public OrderStore Orders { get; }

    public OrderPost Post { get; }

    public SandboxRequest Receive(RequestHead head, string body)
    {
        var parts = head.RelativePath.TrimEnd('/').Split('/');
        if (parts[0] != "external")
            return new ExternalRequest(head, Unanswerable(head), body, this);
        return parts.Length switch
        {
            2 when parts[1] == "external-order" && head.Method == "POST" => new(head, _setOrders, body, this),
            2 when _lists.TryGetValue(parts[1], out var list) => new(head, list, body, this),
            3 when parts[1] == "external-order" => new(head, _getOrder, body, this, parts[2]),
            3 when parts[1] == "product" => new(head, _getProduct, body, this, parts[2]),
            4 when parts[1] == "external-order" && parts[2] == "item" => new(head, _deleteItem, body, this, parts[3]),
            4 when parts[1] == "external-order" && parts[3] == "address" => new ExternalRequest(head, _address, body, this, parts[2]),
            _ => new(head, Unanswerable(head), body, this),
        };
    }

    // An address that is not there is so for every method and without credentials.
    private static Operation Unanswerable(RequestHead head) => new("", head.Method, Credential.None, _ => ExternalReplies.NoSuchAddress());

    private Reply ListOrders(Call call)
        => OrderListing.Mistake(call.Query) is { } mistake
            ? ExternalReplies.BadQuery(mistake.Field, mistake.Words, Quirks.ErrorForm)
            : call.Page(new OrderListing(Orders, call.Query, Quirks.PlainStatuses));

    private Reply Address(Call call)
    {
        if (call.Id is not { } id || Orders.Find(id)?["address"] is not JObject stored)
            return ExternalReplies.NotFound();
        var address = (JObject)stored.DeepClone();
        if (WholeNumber.Read(address["region_id"]) is { } region && LookUps.IsRegion(region))
            address["region"] = LookUps.RegionName(call.Language, (int)region - LookUps.FirstRegion);
        if (WholeNumber.Read(address["locality_id"]) is { } locality && LookUps.IsLocality(locality))
            address["locality"] = LookUps.LocalityName(call.Language, LookUps.LocalityNumber(locality));
        return call.One(address);
    }

    private Reply DeleteItem(Call call)
        => call.Id is { } id && Orders.DeleteItem(id) ? new Reply { StatusCode = 204 } : ExternalReplies.NotFound();
}
