using System;
using System.Collections.Generic;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Integration;

/// <summary>
/// The upsert of orders and of products (vendor page: Order Upsert API), emulated. Rows without a change and rows with
/// values that can't be right (an amount that is no number, an e-mail without @, no products) are skipped and counted,
/// not named; a required field that is missing or blank refuses the whole request with 400. What the vendor's answer is
/// to a body that is not JSON, to no rows and at other addresses is not known; there the sandbox has words of its own.
/// </summary>
public sealed class IntegrationSandbox
{
    private readonly IntegrationService _service;

    internal IntegrationSandbox(Uri serverAddress, SandboxOptions options)
    {
        BaseAddress = new Uri(serverAddress, IntegrationService.ServiceName + "/");
        _service = new IntegrationService(options.KeepOrders);
    }

    /// <summary>The base address of this service, <c>http://127.0.0.1:PORT/integration/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The token that it accepts in the header <c>token</c>; a new one for each server.</summary>
    public string Token => _service.Token;

    /// <summary>How the <c>path</c> of a 400 is written; <see cref="IntegrationPathForm.Brackets"/> at first.</summary>
    public IntegrationPathForm PathForm
    {
        get => _service.PathForm;
        set => _service.PathForm = value;
    }

    /// <summary>The most rows of a request; more are refused with 400. Null, as at first, has no limit.</summary>
    public int? BatchLimit
    {
        get => _service.BatchLimit;
        set => _service.BatchLimit = value;
    }

    /// <summary>The orders as they are now, in the order they came first; empty without <see cref="SandboxOptions.KeepOrders"/>.</summary>
    public IReadOnlyList<UpsertedRow> Orders => _service.Orders.Snapshot();

    /// <summary>The products as they are now, in the order they came first; empty without <see cref="SandboxOptions.KeepOrders"/>.</summary>
    public IReadOnlyList<UpsertedRow> Products => _service.Products.Snapshot();

    /// <summary>How many different orders it has.</summary>
    public long OrderCount => _service.Orders.Count;

    /// <summary>How many different products it has.</summary>
    public long ProductCount => _service.Products.Count;

    /// <summary>How many rows, orders and products, it has counted as inserted.</summary>
    public long InsertedCount => _service.Orders.Total.Inserted + _service.Products.Total.Inserted;

    /// <summary>How many rows, orders and products, it has counted as updated.</summary>
    public long UpdatedCount => _service.Orders.Total.Updated + _service.Products.Total.Updated;

    /// <summary>How many rows, orders and products, it has counted as skipped.</summary>
    public long SkippedCount => _service.Orders.Total.Skipped + _service.Products.Total.Skipped;

    /// <summary>The number of rows of each request for orders in the order they arrived, also those that were refused or met a fault.</summary>
    public IReadOnlyList<int> OrderBatchSizes => _service.Orders.BatchSizes;

    /// <summary>The same of the requests for products.</summary>
    public IReadOnlyList<int> ProductBatchSizes => _service.Products.BatchSizes;

    internal IService Service => _service;

    /// <summary>Finds an order; null if it was not taken or is not kept.</summary>
    public UpsertedRow? FindOrder(string orderId) => _service.Orders.Find(orderId);

    /// <summary>Finds a product; null if it was not taken or is not kept.</summary>
    public UpsertedRow? FindProduct(string productSkuId) => _service.Products.Find(productSkuId);

    /// <summary>From now on any request that holds this order or product is refused with 400, and nothing of it is taken.</summary>
    /// <param name="key">The <c>order_id</c> or <c>product_sku_id</c>.</param>
    /// <param name="field">The field that the <c>path</c> names, if <see cref="PathForm"/> lets it.</param>
    /// <param name="words">What the <c>error</c> says of the field.</param>
    public void Poison(string key, string field = "user_id", string words = "does not exist")
    {
        _service.Orders.Poison[key] = new(field, words);
        _service.Products.Poison[key] = new(field, words);
    }

    /// <summary>From now on this order or product is skipped, as one is whose values can't be right.</summary>
    public void PassOver(string key)
    {
        _service.Orders.PassOver(key);
        _service.Products.PassOver(key);
    }

    /// <summary>Undoes <see cref="Poison"/> and <see cref="PassOver"/>.</summary>
    public void Cure(string key)
    {
        _service.Orders.Cure(key);
        _service.Products.Cure(key);
    }
}
