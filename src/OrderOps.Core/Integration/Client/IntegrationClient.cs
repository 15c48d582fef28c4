using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Rows;
using OrderOps.Transport;

namespace OrderOps.Integration;

/// <summary>
/// The integration service for C#: orders go in as they are enumerated, batches go out as they fill, and each order's one
/// result comes back in order, on whatever thread the run is on.
/// </summary>
public sealed class IntegrationClient : IDisposable
{
    private readonly IntegrationConnection _connection;
    private readonly ServiceTransport _transport;

    /// <summary>Makes one; no connection is opened yet.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <exception cref="ServiceConfigurationException">The address can't be used.</exception>
    public IntegrationClient(IntegrationConnection connection)
    {
        _connection = connection ?? throw new ArgumentNullException(nameof(connection));
        connection.Transport.Secrets = connection.Secrets;
        _transport = new ServiceTransport(connection.BaseAddress, connection.Transport);
    }

    /// <summary>The last exchanges, without secrets.</summary>
    public ExchangeTrace Trace => _transport.Trace;

    /// <summary>Inserts or updates orders. What may have arrived is sent again: taken twice it is the same as taken once.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="onResult">Takes each result, in the order of the orders.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The service refused the token, or it is not the service; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SetOrdersAsync(IEnumerable<Order> orders, Action<UpsertResult> onResult, UpsertOptions? options = null, CancellationToken cancellation = default) =>
        SetAsync(nameof(SetOrdersAsync), UpsertEndpoint.Orders, orders, static order => (OrderRules.Check(order, null), order), onResult, options, cancellation);

    /// <summary>Inserts or updates prices of products.</summary>
    /// <param name="prices">The products and their prices.</param>
    /// <param name="onResult">Takes each result, in the order of the products.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The service refused the token, or it is not the service; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SetProductsAsync(IEnumerable<ProductPrice> prices, Action<UpsertResult> onResult, UpsertOptions? options = null, CancellationToken cancellation = default) =>
        SetAsync(nameof(SetProductsAsync), UpsertEndpoint.Products, prices, static price => (OrderRules.Check(price, null), price), onResult, options, cancellation);

    /// <summary>Inserts or updates orders that were read from a file; what was found then counts as what is found now.</summary>
    /// <param name="grouped">The orders, e.g. from <see cref="OrderFile.Read"/>.</param>
    /// <param name="onResult">Takes each result, in the order of the orders.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The service refused the token, or it is not the service; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SetOrdersAsync(IEnumerable<GroupedOrder<Order>> grouped, Action<UpsertResult> onResult, UpsertOptions? options = null, CancellationToken cancellation = default) =>
        SetAsync(nameof(SetOrdersAsync), UpsertEndpoint.Orders, grouped, static one => (OrderRules.Check(one.Order, one.Findings), one.Sources), onResult, options, cancellation);

    /// <summary>Inserts or updates products that were read from a file; what was found then counts as what is found now.</summary>
    /// <param name="grouped">The products, e.g. from <see cref="OrderFile.ReadPrices"/>.</param>
    /// <param name="onResult">Takes each result, in the order of the products.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The service refused the token, or it is not the service; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SetProductsAsync(IEnumerable<GroupedOrder<ProductPrice>> grouped, Action<UpsertResult> onResult, UpsertOptions? options = null, CancellationToken cancellation = default) =>
        SetAsync(nameof(SetProductsAsync), UpsertEndpoint.Products, grouped, static one => (OrderRules.Check(one.Order, one.Findings), one.Sources), onResult, options, cancellation);

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private async Task<RunSummary> SetAsync<TInput>(
        string command,
        UpsertEndpoint endpoint,
        IEnumerable<TInput> inputs,
        Func<TInput, (CheckedEntry Entry, object Source)> check,
        Action<UpsertResult> onResult,
        UpsertOptions? options,
        CancellationToken cancellation)
    {
        RunSummary summary = new() { Command = command };
        using RunJournal? journal = options?.Journal?.Open(cancellation);
        using UpsertRun run = new(_connection, _transport, endpoint, options ?? new UpsertOptions(), summary, TimeProvider.System, journal);
        await run.Run.RunAsync(inputs, Admit, result => onResult((UpsertResult)result), cancellation).ConfigureAwait(false);
        return summary;

        void Admit(TInput input)
        {
            (CheckedEntry entry, object source) = check(input);
            run.Admit(entry, source);
        }
    }
}
