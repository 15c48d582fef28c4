using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>
/// ITL for C#: orders go in as they are enumerated, batches go out as they fill, and each order's one result comes back
/// in order, on whatever thread the run is on.
/// </summary>
public sealed class ItlClient : IDisposable
{
    private readonly ItlConnection _connection;
    private readonly ServiceTransport _transport;

    /// <summary>Makes one; no connection is opened yet.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <exception cref="ServiceConfigurationException">The address can't be used.</exception>
    public ItlClient(ItlConnection connection)
    {
        _connection = connection ?? throw new ArgumentNullException(nameof(connection));
        connection.Transport.Secrets = connection.Secrets;
        _transport = new ServiceTransport(connection.BaseAddress, connection.Transport);
    }

    /// <summary>The last exchanges, without secrets.</summary>
    public ExchangeTrace Trace => _transport.Trace;

    /// <summary>Syncs orders. It is never repeated once a byte of a request was sent: what may have arrived is Unknown.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="onResult">Takes each result, in the order of the orders.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">ITL refused the credentials, or it is not ITL; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SyncAsync(
        IEnumerable<Order> orders,
        Action<ItlOrderResult> onResult,
        SyncOptions? options = null,
        CancellationToken cancellation = default) =>
        SyncAsync(orders, static (sync, order) => sync.Admit(order, null, order), onResult, options, cancellation);

    /// <summary>Syncs orders that were read from a file or grouped from rows; what was found then counts as what is found now.</summary>
    /// <param name="orders">The orders, e.g. from <see cref="OrderFile.Read"/>.</param>
    /// <param name="onResult">Takes each result, in the order of the orders.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">ITL refused the credentials, or it is not ITL; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<RunSummary> SyncAsync(
        IEnumerable<GroupedOrder> orders,
        Action<ItlOrderResult> onResult,
        SyncOptions? options = null,
        CancellationToken cancellation = default) =>
        SyncAsync(orders, static (sync, grouped) => sync.Admit(grouped.Order, grouped.Findings, grouped.Sources), onResult, options, cancellation);

    /// <summary>Cancels AWBs. It works before pick-up only, and is repeated where the first request may not have arrived.</summary>
    /// <param name="awbNumbers">The AWB numbers.</param>
    /// <param name="onResult">Takes each result, in the order of the numbers.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">ITL refused the credentials, or it is not ITL; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<RunSummary> CancelAsync(
        IEnumerable<string> awbNumbers,
        Action<ItlCancelResult> onResult,
        CancelOptions? options = null,
        CancellationToken cancellation = default)
    {
        RunSummary summary = new() { Command = nameof(CancelAsync) };
        using RunJournal? journal = options?.Journal?.Open(cancellation);
        using ItlCancelRun cancel = new(_connection, _transport, options ?? new CancelOptions(), summary, TimeProvider.System, journal);
        await cancel.Run.RunAsync(awbNumbers, cancel.Admit, result => onResult((ItlCancelResult)result), cancellation).ConfigureAwait(false);
        return summary;
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private async Task<RunSummary> SyncAsync<TInput>(
        IEnumerable<TInput> orders,
        Action<ItlSyncRun, TInput> admit,
        Action<ItlOrderResult> onResult,
        SyncOptions? options,
        CancellationToken cancellation)
    {
        RunSummary summary = new() { Command = nameof(SyncAsync) };
        using RunJournal? journal = options?.Journal?.Open(cancellation);
        using ItlSyncRun sync = new(_connection, _transport, options ?? new SyncOptions(), summary, TimeProvider.System, journal);
        await sync.Run.RunAsync(orders, order => admit(sync, order), result => onResult((ItlOrderResult)result), cancellation).ConfigureAwait(false);
        return summary;
    }
}
