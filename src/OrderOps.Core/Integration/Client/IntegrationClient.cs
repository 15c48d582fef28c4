using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Outcomes;
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
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SetOrdersAsync(IEnumerable<Order> orders, Action<UpsertResult> onResult, UpsertOptions? options = null, CancellationToken cancellation = default) =>
        SetAsync(nameof(SetOrdersAsync), UpsertEndpoint.Orders, orders, static order => OrderRules.Check(order, null), onResult, options, cancellation);

    /// <summary>Inserts or updates prices of products.</summary>
    /// <param name="prices">The products and their prices.</param>
    /// <param name="onResult">Takes each result, in the order of the products.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The service refused the token, or it is not the service; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SetProductsAsync(IEnumerable<ProductPrice> prices, Action<UpsertResult> onResult, UpsertOptions? options = null, CancellationToken cancellation = default) =>
        SetAsync(nameof(SetProductsAsync), UpsertEndpoint.Products, prices, static price => OrderRules.Check(price, null), onResult, options, cancellation);

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private async Task<RunSummary> SetAsync<TInput>(
        string command,
        UpsertEndpoint endpoint,
        IEnumerable<TInput> inputs,
        Func<TInput, CheckedEntry> check,
        Action<UpsertResult> onResult,
        UpsertOptions? options,
        CancellationToken cancellation)
    {
        RunSummary summary = new() { Command = command };
        using UpsertRun run = new(_connection, _transport, endpoint, options ?? new UpsertOptions(), summary, TimeProvider.System);
        await run.Run.RunAsync(inputs, input => run.Admit(check(input), input), result => onResult((UpsertResult)result), cancellation).ConfigureAwait(false);
        return summary;
    }
}
