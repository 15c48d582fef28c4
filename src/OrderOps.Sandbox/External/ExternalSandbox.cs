using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>
/// ECOM.md's external orders and look-ups (vendor page: Order Sync API), emulated. Where the page loses or lacks an
/// address, it is the one that OrderOps takes by default; error bodies and pages are those of Django REST framework. For
/// faults the operations are called list-orders, get-order, set-orders, delete-item, address, stores, regions,
/// localities, sectors, find-product, get-product and promo-codes.
/// </summary>
public sealed class ExternalSandbox
{
    private readonly ExternalService _service;

    internal ExternalSandbox(Uri serverAddress, SandboxOptions options)
    {
        _service = new ExternalService(options.KeepOrders);
        _service.Orders.Generated = options.ExternalOrders;
        BaseAddress = new Uri(serverAddress, _service.Name + "/");
    }

    /// <summary>The base address of this service, <c>http://127.0.0.1:PORT/ecom/</c>; the vendor's paths, <c>/external/…</c>, follow behind it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The token that it accepts in the header <c>API-Token</c>; a new one for each server.</summary>
    public string ApiToken => _service.Credentials.ApiToken;

    /// <summary>The token of the site that it accepts in the header <c>token</c>; a new one for each server.</summary>
    public string SiteToken => _service.Credentials.SiteToken;

    /// <summary>What its lists can do to whoever reads them, and how errors are written.</summary>
    public ExternalQuirks Quirks => _service.Quirks;

    /// <summary>
    /// How many orders are generated, 0 to 1,000,000; it may be changed at any time, as new orders do. Their ids go from
    /// 1 up, and the higher id is the newer order. They are made when they are asked for and are the same at each start.
    /// </summary>
    public int OrderCount
    {
        get => _service.Orders.Generated;
        set => _service.Orders.Generated = value;
    }

    /// <summary>How many orders were created by a POST.</summary>
    public long CreatedCount => _service.Orders.Counts.Created;

    /// <summary>How many orders were updated by a POST.</summary>
    public long UpdatedCount => _service.Orders.Counts.Updated;

    /// <summary>How many POSTs with the right credentials came, also those that were refused.</summary>
    public long PostCount => _service.Post.Count;

    /// <summary>Their bodies, character by character as received; empty without <see cref="SandboxOptions.KeepOrders"/>.</summary>
    public IReadOnlyList<string> PostedBodies => _service.Post.Bodies;

    internal IService Service => _service;

    /// <summary>An order as it is now, as JSON; null if there is none with this id.</summary>
    public string? FindOrder(long id) => _service.Orders.Find(id)?.ToString(Formatting.None);

    /// <summary>From now on any POST that holds this order is refused with 400, and nothing of it is taken.</summary>
    /// <param name="key">Its <c>order_id</c> or <c>rrn</c>.</param>
    /// <param name="field">The field that is said to be wrong.</param>
    /// <param name="words">What is said of it.</param>
    public void Poison(string key, string field = "shop", string words = "This shop does not take orders.") => _service.Post.Poison[key] = (field, words);

    /// <summary>Takes the poison out of an order.</summary>
    public void Cure(string key) => _service.Post.Poison.TryRemove(key, out _);
}
