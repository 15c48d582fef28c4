using System;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>
/// Writes orders, within the transaction that is open. A claim is an INSERT that succeeds or meets the key, never a look
/// before: whoever looks first can be overtaken.
/// </summary>
internal sealed class OrderWriter : IDisposable
{
    private const string Words = "state=?3, message=?4, reference=?5, status=?6, batch=?7, attempts=?8, settled=?9, resolution=?10";

    private readonly OrderLookup _orders;
    private readonly RawStatement _insert;
    private readonly RawStatement _take;
    private readonly RawStatement _blur;
    private readonly RawStatement _try;
    private readonly RawStatement _settle;
    private readonly RawStatement _restore;

    public OrderWriter(SqliteConnection connection, TimeProvider time)
    {
        Holds = new RunHolds(connection, time);
        Counter = new RunCounter(connection);
        Claims = new ClaimRows(connection);
        _orders = new(connection);
        _insert = new(connection, "INSERT INTO orders (id, scope, number, part, content, claim) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING");
        _take = new(
            connection,
            "UPDATE orders SET id=?2, claim=?3, content=?4, first_sent=?5, attempts=?6, state=NULL, batch=NULL, status=NULL, settled=NULL, " +
            "resolution=NULL, reference=NULL, message=NULL WHERE id=?1");
        _blur = new(connection, "UPDATE orders SET content=0 WHERE id=?1");
        _try = new(connection, "UPDATE orders SET attempts=attempts+?3 WHERE id=?1 AND claim=?2");
        _settle = new(connection, $"UPDATE orders SET {Words} WHERE id=?1 AND claim=?2");
        _restore = new(connection, $"UPDATE orders SET {Words}, id=?11, claim=?12, content=?13, first_sent=?14 WHERE id=?1 AND claim=?2");
    }

    /// <summary>Writes claims.</summary>
    public ClaimRows Claims { get; }

    /// <summary>Counts on the runs' rows.</summary>
    public RunCounter Counter { get; }

    /// <summary>Who has what in hand.</summary>
    public RunHolds Holds { get; }

    /// <summary>Writes an order that has never been sent.</summary>
    /// <param name="row">The row that is to be its.</param>
    /// <param name="claim">The claim's row.</param>
    /// <param name="scope">The scope's row.</param>
    /// <param name="order">The order.</param>
    /// <returns>Whether it was so; else it stands there already.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public bool Insert(long row, long claim, long scope, OrderClaim order) => _insert
        .With(1, row)
        .With(2, scope)
        .With(3, order.Key.Number)
        .With(4, order.Key.Part)
        .With(5, unchecked((long)order.Content))
        .With(6, claim)
        .Run() == 1;

    /// <summary>Reads an order.</summary>
    public OrderRow? Find(long scope, OrderIdentity key) => _orders.Find(scope, key);

    /// <summary>Takes an order that stands there already.</summary>
    /// <param name="order">How it stands.</param>
    /// <param name="row">The row that is to be its.</param>
    /// <param name="claim">The claim's row.</param>
    /// <param name="content">What is sent now.</param>
    public void Take(OrderRow order, long row, long claim, ulong content)
    {
        if (order.State == OrderState.Sending)
        {
            Claims.Split(order.Claim);
        }

        _take
            .With(1, order.Id)
            .With(2, row)
            .With(3, claim)
            .With(4, unchecked((long)content))
            .With(5, order.FirstSent)
            .With(6, order.Attempts)
            .Run();
    }

    /// <summary>A run has an order in hand a second time: nobody can say which content comes last.</summary>
    public void TakeTwice(OrderRow order)
    {
        Claims.Split(order.Claim);
        _blur.With(1, order.Id).Run();
    }

    /// <summary>Writes an outcome for an order alone.</summary>
    /// <param name="scope">The scope's row.</param>
    /// <param name="order">The outcome.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="now">The moment.</param>
    /// <param name="wasSending">Whether it stood as being sent by this run.</param>
    /// <returns>Whether it was still this run's.</returns>
    public bool Settle(long scope, SettledOrder order, long run, long now, out bool wasSending)
    {
        wasSending = false;
        if (Find(scope, order.Key) is not { } row || row.Run != run || row.Resolution is not null)
        {
            return false;
        }

        wasSending = row.State == OrderState.Sending;
        return Worded(
            _settle, row, OrderState.Of(order.Outcome), order.Message, order.Reference, order.StatusCode, order.Batch, row.Attempts + order.Attempts, now, null);
    }

    /// <summary>Writes only the attempts, where another batch of the run has had, or will have, the say.</summary>
    /// <param name="scope">The scope's row.</param>
    /// <param name="order">An outcome that says nothing of the order.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="last">Whether no other batch has it in hand.</param>
    /// <returns>Whether it was still this run's; nothing where no other batch has a say.</returns>
    public bool? SettleNothing(long scope, SettledOrder order, long run, bool last)
    {
        if (Find(scope, order.Key) is not { } row || row.Run != run || row.Resolution is not null)
        {
            return false;
        }

        return last && (row.State == OrderState.Sending || row.Settled is null)
            ? null
            : _try.With(1, row.Id).With(2, row.Claim).With(3, order.Attempts).Run() == 1;
    }

    /// <summary>Writes what a person found out about an order.</summary>
    public void Resolve(OrderRow order, int state, string message, long now, long resolution)
    {
        if (order.State == OrderState.Sending)
        {
            Claims.Split(order.Claim);
        }

        Worded(_settle, order, state, message, order.Reference, order.Status, order.Batch, order.Attempts, now, resolution);
    }

    /// <summary>Writes that nothing has changed for an order: it stands as it did before it was claimed, but for the attempts.</summary>
    /// <param name="scope">The scope's row.</param>
    /// <param name="order">The outcome.</param>
    /// <param name="earlier">How it stood.</param>
    /// <param name="run">The run's row.</param>
    /// <returns>Whether it was still this run's.</returns>
    public bool Restore(long scope, SettledOrder order, OrderRow earlier, long run)
    {
        if (Find(scope, order.Key) is not { } row || row.Run != run || row.State != OrderState.Sending)
        {
            return false;
        }

        // What another run left as being sent has to be looked up as much as before.
        bool lost = earlier.State == OrderState.Sending;
        Claims.Renew(earlier);
        _restore.With(11, earlier.Id).With(12, earlier.Claim).With(13, earlier.Content).With(14, earlier.FirstSent);
        return Worded(
            _restore,
            row,
            lost ? OrderState.Unknown : (int)earlier.State,
            lost ? OrderRow.LostMessage : earlier.Message,
            earlier.Reference,
            earlier.Status,
            earlier.Batch,
            row.Attempts + order.Attempts,
            earlier.Settled,
            earlier.Resolution);
    }

    public void Dispose()
    {
        foreach (RawStatement statement in new[] { _insert, _take, _blur, _try, _settle, _restore })
        {
            statement.Dispose();
        }

        _orders.Dispose();
        Claims.Dispose();
        Counter.Dispose();
        Holds.Dispose();
    }

    private static bool Worded(
        RawStatement statement, OrderRow row, int state, string? message, string? reference, long? status, long? batch, long attempts, long? settled, long? resolution) =>
        statement
            .With(1, row.Id)
            .With(2, row.Claim)
            .With(3, state)
            .With(4, message)
            .With(5, reference)
            .With(6, status)
            .With(7, batch)
            .With(8, attempts)
            .With(9, settled)
            .With(10, resolution)
            .Run() == 1;
}
