using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>Everything that can be read from ECOM.md, each as a list that is read page by page or as the one thing of an id.</summary>
internal sealed class ExternalReader
{
    private readonly ExternalConnection _connection;
    private readonly ServiceTransport _transport;

    public ExternalReader(ExternalConnection connection, ServiceTransport transport)
    {
        _connection = connection;
        _transport = transport;
    }

    public Listing<Order> Orders(OrderQuery query) =>
        new(_transport, query.Call(_connection), query.Options, static wire => new Order(wire));

    public Listing<Store> Stores(string? group, LookupOptions options) =>
        List(group is null ? Call(ExternalEndpoints.Store) : Call(ExternalEndpoints.StoreOfGroup, group, ExternalQuery.Group), options, static wire => new Store(wire));

    public Listing<Region> Regions(LookupOptions options) =>
        List(Call(ExternalEndpoints.Region), options, static wire => new Region(wire));

    public Listing<Locality> Localities(string regionId, LookupOptions options) =>
        List(Call(ExternalEndpoints.Locality, regionId, ExternalQuery.Region), options, static wire => new Locality(wire));

    public Listing<Sector> Sectors(LookupOptions options) =>
        List(Call(ExternalEndpoints.Sector), options, static wire => new Sector(wire));

    public Listing<Product> Products(string query, string text, LookupOptions options) =>
        List(Call(ExternalEndpoints.ProductSearch).Ask(query, text), options, static wire => new Product(wire));

    public Listing<PromoCode> PromoCodes(LookupOptions options) =>
        List(Call(ExternalEndpoints.PromoCode), options, static wire => new PromoCode(wire));

    public Task<IReadOnlyList<Order>> OrderAsync(string id, CancellationToken stop) =>
        OneAsync(ExternalEndpoints.Order, id, static wire => new Order(wire), stop);

    public Task<IReadOnlyList<Address>> AddressAsync(string orderId, CancellationToken stop) =>
        OneAsync(ExternalEndpoints.OrderAddress, orderId, static wire => new Address(wire), stop);

    public Task<IReadOnlyList<Product>> ProductAsync(string id, CancellationToken stop) =>
        OneAsync(ExternalEndpoints.Product, id, static wire => new Product(wire), stop);

    private ExternalCall Call(string operation) => new(_connection, operation);

    private ExternalCall Call(string operation, string id, string query)
    {
        CheckId(id, operation);
        ExternalCall call = new(_connection, operation, id);
        return call.IdIsInPath ? call : call.Ask(query, id);
    }

    private Listing<T> List<T>(ExternalCall call, LookupOptions options, Func<WireObject, T> make)
        where T : ExternalRecord
    {
        PageSizeRule.Check(options.PageSize);
        if (options.Fields.Count > 0)
        {
            call.Ask(ExternalQuery.Fields, [.. options.Fields]);
        }

        return new Listing<T>(_transport, call, new ListingOptions { PageSize = options.PageSize, Skip = options.Skip, First = options.First, NeedsCount = options.NeedsCount }, make);
    }

    /// <summary>Reads the one thing of an id; a service that answers with a list of one is understood, too.</summary>
    private async Task<IReadOnlyList<T>> OneAsync<T>(string operation, string id, Func<WireObject, T> make, CancellationToken stop)
        where T : ExternalRecord
    {
        CheckId(id, operation);
        ExternalCall call = new(_connection, operation, id);
        ServiceRequest request = call.Request(RepeatPolicy.Read, $"{operation} {id}");
        request.Judge = ReadVerdict.Judge;
        ServiceReply reply = await _transport.SendAsync(request, stop, stop).ConfigureAwait(false);
        ReadVerdict.IsReadable(reply, call, isFurtherPage: false, _transport.Redact);
        try
        {
            return Read(reply.Body, make);
        }
        catch (JsonException failure)
        {
            throw ReadVerdict.Unreadable(call, failure.Message.TrimEnd('.'), failure);
        }
    }

    private static List<T> Read<T>(string body, Func<WireObject, T> make)
    {
        List<T> read = new();
        if (body.TrimStart()[0] == '{' && WireObject.Parse(body) is var one && one.Find("results") is null)
        {
            read.Add(make(one));
            return read;
        }

        using PageReader page = new(body);
        while (page.Read() is { } entry)
        {
            read.Add(make(entry));
        }

        return read;
    }

    private static void CheckId(string id, string operation)
    {
        if (IdRule.ProblemOf(id) is { } problem)
        {
            throw new ExternalReadException(ExternalErrors.IdInvalid, $"'{id}' is no id for {operation}: it {problem}.", IdRule.Remedy);
        }
    }
}
