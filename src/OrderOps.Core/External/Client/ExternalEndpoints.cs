using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>
/// The one table of how ECOM.md's operations are called (vendor page: Order Sync API). Where the page does not show a path
/// the entry is a guess, and a connection can say better.
/// </summary>
public sealed class ExternalEndpoints
{
    internal const string Store = "Store";
    internal const string StoreOfGroup = "StoreOfGroup";
    internal const string Region = "Region";
    internal const string Locality = "Locality";
    internal const string Sector = "Sector";
    internal const string Product = "Product";
    internal const string ProductSearch = "ProductSearch";
    internal const string OrderAddress = "OrderAddress";
    internal const string OrderItem = "OrderItem";
    internal const string OrderList = "OrderList";
    internal const string OrderFilter = "OrderFilter";
    internal const string OrderSearch = "OrderSearch";
    internal const string Order = "Order";
    internal const string OrderSet = "OrderSet";
    internal const string PromoCode = "PromoCode";

    internal const string ApiToken = "ApiToken";
    internal const string SiteToken = "SiteToken";

    private readonly Dictionary<string, ExternalEndpoint> _endpoints = new(StringComparer.OrdinalIgnoreCase);

    private ExternalEndpoints(IEnumerable<ExternalEndpoint> endpoints)
    {
        foreach (ExternalEndpoint endpoint in endpoints)
        {
            _endpoints[endpoint.Operation] = endpoint;
        }
    }

    /// <summary>The defaults.</summary>
    public static ExternalEndpoints Default { get; } = new(Table());

    /// <summary>All endpoints.</summary>
    public IReadOnlyCollection<ExternalEndpoint> All => _endpoints.Values;

    internal ExternalEndpoint this[string operation] => _endpoints[operation];

    /// <summary>The table with some of its entries changed.</summary>
    /// <param name="changes">
    /// For an operation a path, or a dictionary of <c>Path</c>, <c>Method</c>, <c>Query</c>, <c>Headers</c>, <c>Tokens</c> and
    /// <c>StatusSpelling</c>. Case does not count.
    /// </param>
    /// <returns>The changed table.</returns>
    /// <exception cref="ServiceConfigurationException">An operation or setting has no such name, or its value can't be meant.</exception>
    public ExternalEndpoints With(IReadOnlyDictionary<string, object?> changes)
    {
        if (changes is null)
        {
            throw new ArgumentNullException(nameof(changes));
        }

        ExternalEndpoints changed = new(All);
        foreach (KeyValuePair<string, object?> change in changes)
        {
            if (!_endpoints.TryGetValue(change.Key, out ExternalEndpoint? endpoint))
            {
                throw EndpointChange.Refuse(
                    $"There is no operation '{change.Key}'.",
                    $"Use one of {string.Join(", ", _endpoints.Keys.OrderBy(name => name, StringComparer.Ordinal))}.");
            }

            changed._endpoints[change.Key] = EndpointChange.Apply(endpoint, change.Value);
        }

        return changed;
    }

    private static IEnumerable<ExternalEndpoint> Table()
    {
        yield return new(Store, "GET", "external/shop/", inferred: true, ApiToken, SiteToken);
        yield return new(StoreOfGroup, "GET", "external/shop/", inferred: true, ApiToken, SiteToken);
        yield return new(Region, "GET", "external/region/", inferred: true, ApiToken, SiteToken);
        yield return new(Locality, "GET", "external/locality/", inferred: true, ApiToken, SiteToken);
        yield return new(Sector, "GET", "external/sector/", inferred: true, ApiToken, SiteToken);
        yield return new(Product, "GET", "external/product/{id}", inferred: false, ApiToken, SiteToken);
        yield return new(ProductSearch, "GET", "external/product/", inferred: true, ApiToken, SiteToken);
        yield return new(OrderAddress, "GET", "external/external-order/{id}/address/", inferred: true, ApiToken);
        yield return new(OrderItem, "DELETE", "external/external-order/item/{id}/", inferred: true, ApiToken);
        yield return new(OrderList, "GET", "external/external-order/", inferred: false, ApiToken);
        yield return new(OrderFilter, "GET", "external/external-order", inferred: false, ApiToken);
        yield return new(OrderSearch, "GET", "external/external-order/", inferred: true, ApiToken);
        yield return new(Order, "GET", "external/external-order/{id}/", inferred: true, ApiToken);
        yield return new(OrderSet, "POST", "external/external-order/", inferred: false, ApiToken);
        yield return new(PromoCode, "GET", "external/promo-code/", inferred: true, ApiToken);
    }
}
