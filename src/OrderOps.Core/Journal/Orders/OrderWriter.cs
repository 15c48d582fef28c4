using System;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>
/// Writes claims and outcomes, within the transaction that is open. A claim is an INSERT that succeeds or meets the
/// key, never a look before: whoever looks first can be overtaken.
/// </summary>
internal sealed class OrderWriter : IDisposable
{
    private readonly RawStatement _insert;
    private readonly OrderLookup _orders;
    private readonly RawStatement _take;
    private readonly RawStatement _settle;
    private readonly RawStatement _settleAgain;
    private readonly RawStatement _restore;

    public OrderWriter(SqliteConnection connection, TimeProvider time)
    {
        Holds = new RunHolds(connection, time);
        Counter = new RunCounter(connection);
        _insert = new(
            connection,
            "INSERT INTO orders (scope, number, part, state, content, hash_version, run, first_sent, sent) " +
            "VALUES (?1, ?2, ?3, 7, ?4, ?5, ?6, ?7, ?7) ON CONFLICT DO NOTHING");
        _orders = new(connection);
        _take = new(
            connection,
            "UPDATE orders SET state=7, content=?2, hash_version=?3, run=?4, sent=?5, batch=NULL, status=NULL, settled=NULL, resolution=NULL, " +
            "reference=NULL, message=NULL WHERE id=?1");
        const string Outcome =
            "UPDATE orders SET state=?5, message=?6, reference=?7, status=?8, batch=?9, attempts=attempts+?10, settled=?11 " +
            "WHERE scope=?1 AND number=?2 AND part=?3 AND run=?4 AND ";
        _settle = new(connection, Outcome + "state=7");
        _settleAgain = new(connection, Outcome + "state<>7 AND resolution IS NULL");
        _restore = new(
            connection,
            "UPDATE orders SET state=?5, message=?6, reference=?7, status=?8, batch=?9, attempts=attempts+?10, settled=?11, content=?12, " +
            "hash_version=?13, run=?14, sent=?15, resolution=?16 WHERE scope=?1 AND number=?2 AND part=?3 AND run=?4 AND state=7");
    }

    /// <summary>Counts on the runs' rows.</summary>
    public RunCounter Counter { get; }

    /// <summary>Who has what in hand.</summary>
    public RunHolds Holds { get; }

    /// <summary>Writes an order that has never been sent.</summary>
    /// <returns>Whether it was so; else it stands there already.</returns>
    public bool Insert(long scope, OrderClaim order, long run, long now) =>
        Keyed(_insert, scope, order.Key).With(4, unchecked((long)order.Content)).With(5, OrderClaim.ContentVersion).With(6, run).With(7, now).Run() == 1;

    /// <summary>Reads an order.</summary>
    public OrderRow? Find(long scope, OrderIdentity key) => _orders.Find(scope, key);

    /// <summary>Takes an order that stands there for a run.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="content">What is sent now; 0 where the run has it in hand twice, and nobody can say which comes last.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="now">The moment.</param>
    public void Take(long row, ulong content, long run, long now) =>
        _take.With(1, row).With(2, unchecked((long)content)).With(3, OrderClaim.ContentVersion).With(4, run).With(5, now).Run();

    /// <summary>Writes an outcome.</summary>
    /// <param name="scope">The scope's row.</param>
    /// <param name="order">The outcome.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="now">The moment.</param>
    /// <param name="wasSending">Whether it stood as being sent by this run.</param>
    /// <returns>Whether it was still this run's.</returns>
    public bool Settle(long scope, SettledOrder order, long run, long now, out bool wasSending)
    {
        wasSending = Outcome(_settle, scope, order, run, now).Run() == 1;
        return wasSending || Outcome(_settleAgain, scope, order, run, now).Run() == 1;
    }

    /// <summary>Writes that nothing has changed for an order: it stands as it did before it was claimed, but for the attempts.</summary>
    /// <param name="scope">The scope's row.</param>
    /// <param name="order">The outcome.</param>
    /// <param name="earlier">How it stood.</param>
    /// <param name="run">The run's row.</param>
    /// <returns>Whether it was still this run's.</returns>
    public bool Restore(long scope, SettledOrder order, OrderRow earlier, long run)
    {
        // What another run left as being sent has to be looked up as much as before.
        bool lost = earlier.State == OrderState.Sending;
        return Keyed(_restore, scope, order.Key)
            .With(4, run)
            .With(5, lost ? OrderState.Unknown : earlier.State)
            .With(6, lost ? OrderRow.LostMessage : earlier.Message)
            .With(7, earlier.Reference)
            .With(8, earlier.Status)
            .With(9, earlier.Batch)
            .With(10, order.Attempts)
            .With(11, earlier.Settled)
            .With(12, earlier.Content)
            .With(13, earlier.HashVersion)
            .With(14, earlier.Run)
            .With(15, earlier.Sent)
            .With(16, earlier.Resolution)
            .Run() == 1;
    }

    public void Dispose()
    {
        foreach (RawStatement statement in new[] { _insert, _take, _settle, _settleAgain, _restore })
        {
            statement.Dispose();
        }

        _orders.Dispose();
        Counter.Dispose();
        Holds.Dispose();
    }

    private static RawStatement Keyed(RawStatement statement, long scope, OrderIdentity key) =>
        statement.With(1, scope).With(2, key.Number).With(3, key.Part);

    private static RawStatement Outcome(RawStatement statement, long scope, SettledOrder order, long run, long now) =>
        Keyed(statement, scope, order.Key)
            .With(4, run)
            .With(5, OrderState.Of(order.Outcome))
            .With(6, order.Message)
            .With(7, order.Reference)
            .With(8, order.StatusCode)
            .With(9, order.Batch)
            .With(10, order.Attempts)
            .With(11, now);
}
