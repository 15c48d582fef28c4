using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>ECOM.md for C#: lists come page by page and entry by entry, and each order that is set has its one result.</summary>
public sealed class ExternalClient : IDisposable
{
    private readonly ExternalConnection _connection;
    private readonly ServiceTransport _transport;
    private readonly ExternalReader _reader;

    /// <summary>Makes one; no connection is opened yet.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <exception cref="ServiceConfigurationException">The address can't be used.</exception>
    public ExternalClient(ExternalConnection connection)
    {
        _connection = connection ?? throw new ArgumentNullException(nameof(connection));
        connection.Transport.Secrets = connection.Secrets;
        _transport = new ServiceTransport(connection.BaseAddress, connection.Transport);
        _reader = new ExternalReader(connection, _transport);
    }

    /// <summary>The last exchanges, without secrets.</summary>
    public ExchangeTrace Trace => _transport.Trace;

    /// <summary>Reads orders.</summary>
    /// <param name="query">Which.</param>
    /// <param name="take">Takes each order and says whether more are wanted; a page is asked for when those before it are taken.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <returns>What is not as the service promised; nothing if all is well.</returns>
    /// <exception cref="ServiceConfigurationException">The configuration or the credentials are wrong.</exception>
    /// <exception cref="ExternalReadException">A page did not come, or the list does not end.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<string?> ReadOrdersAsync(OrderQuery query, Func<Order, bool> take, CancellationToken cancellation = default)
    {
        if (take is null)
        {
            throw new ArgumentNullException(nameof(take));
        }

        using Listing<Order> orders = _reader.Orders(query ?? throw new ArgumentNullException(nameof(query)));
        while (await orders.NextPageAsync(cancellation).ConfigureAwait(false))
        {
            foreach (Order order in orders.Entries())
            {
                if (!take(order))
                {
                    return null;
                }
            }
        }

        return orders.Warning;
    }

    /// <summary>Reads one order.</summary>
    /// <param name="id">The service's number of it.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ServiceConfigurationException">The configuration or the credentials are wrong.</exception>
    /// <exception cref="ExternalReadException">There is none, or it did not come.</exception>
    public async Task<Order> ReadOrderAsync(string id, CancellationToken cancellation = default)
    {
        IReadOnlyList<Order> orders = await _reader.OrderAsync(id, cancellation).ConfigureAwait(false);
        return orders.Count == 1
            ? orders[0]
            : throw new ExternalReadException(ExternalErrors.NotFound, $"ECOM.md gave {orders.Count} orders for '{id}'.", "Check the id.");
    }

    /// <summary>Creates or updates orders. A create is never repeated once a byte of it was sent.</summary>
    /// <param name="orders">The orders; one without <see cref="Order.OrderId"/> is created, and its key is its rrn.</param>
    /// <param name="onResult">Takes each result, in the order of the orders.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The configuration or the credentials are wrong; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<RunSummary> SetAsync(
        IEnumerable<Order> orders,
        Action<ExternalOrderResult> onResult,
        SetOptions? options = null,
        CancellationToken cancellation = default)
    {
        RunSummary summary = new() { Command = nameof(SetAsync) };
        using RunJournal? journal = options?.Journal?.Open(cancellation);
        using OrderRun set = new(_connection, _transport, options ?? new SetOptions(), summary, TimeProvider.System, journal);
        await Batching.SendRunLoop.RunAsync(set.Run, orders, order => set.Admit(order, null, order), result => onResult((ExternalOrderResult)result), cancellation).ConfigureAwait(false);
        return summary;
    }

    /// <summary>Deletes items of orders. An item that is gone counts as deleted.</summary>
    /// <param name="itemIds">Numbers of the items.</param>
    /// <param name="onResult">Takes each result, in the order of the numbers.</param>
    /// <param name="throttleLimit">Requests in flight at the most.</param>
    /// <param name="journal">Where it is written down what is sent; nothing for nowhere.</param>
    /// <param name="cancellation">Stops the run: requests in flight get a moment, all that came in gets its result, and then it throws.</param>
    /// <returns>The counts of the run.</returns>
    /// <exception cref="ServiceConfigurationException">The configuration or the credentials are wrong; thrown after the results that are known.</exception>
    /// <exception cref="StoreException">The journal can't be opened, read or written; thrown after the results that are known.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<RunSummary> DeleteItemsAsync(
        IEnumerable<string> itemIds,
        Action<ExternalItemResult> onResult,
        int throttleLimit = 4,
        JournalSettings? journal = null,
        CancellationToken cancellation = default)
    {
        RunSummary summary = new() { Command = nameof(DeleteItemsAsync) };
        using RunJournal? opened = journal?.Open(cancellation);
        using ItemRun delete = new(_connection, _transport, throttleLimit, summary, TimeProvider.System, opened);
        await Batching.SendRunLoop.RunAsync(delete.Run, itemIds, delete.Admit, result => onResult((ExternalItemResult)result), cancellation).ConfigureAwait(false);
        return summary;
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();
}
