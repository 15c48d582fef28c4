using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>What a consumer writes: taken, delivered, failed. Every method runs within a transaction.</summary>
internal sealed class DeliveryMarks : IDisposable
{
    private readonly RawStatement _take;
    private readonly RawStatement _putBack;
    private readonly RawStatement _deliver;
    private readonly RawStatement _mark;
    private readonly RawStatement _known;

    public DeliveryMarks(SqliteConnection connection)
    {
        _take = new(connection, "UPDATE delivery SET taken=1, attempt=attempt+1, stale=?1 WHERE id=?2");
        _putBack = new(connection, "UPDATE delivery SET taken=0, attempt=attempt-1 WHERE id=?1 AND state=0 AND taken=1");
        _deliver = new(connection, "UPDATE delivery SET state=1, taken=0, delivered_at=?1, reason=NULL WHERE id=?2 AND state IN (0, 2)");
        _mark = new(
            connection,
            "INSERT INTO order_mark (order_code, receiver, event_time, message_id, delivery) " +
            "SELECT order_code, receiver, event_time, message_id, id FROM delivery WHERE id=?1 AND order_code IS NOT NULL " +
            "ON CONFLICT (order_code, receiver) DO UPDATE SET event_time=excluded.event_time, message_id=excluded.message_id, delivery=excluded.delivery " +
            "WHERE " + EventOrder.IsOlder("event_time", "message_id", "excluded.event_time", "excluded.message_id"));
        _known = new(connection, "SELECT 1 FROM delivery WHERE id=?1 AND state=1");
    }

    /// <summary>What a dead consumer took is to be taken again.</summary>
    public static int GiveBack(SqliteConnection connection) => connection.Execute("UPDATE delivery SET taken=0 WHERE state=0 AND taken=1");

    /// <summary>Lets it be taken again, or puts it aside after its last attempt.</summary>
    /// <returns>How many there are: 1, or 0 where there is none or it was delivered.</returns>
    public static int Fail(SqliteConnection connection, long id, string reason, int maxAttempt) => connection.Execute(
        "UPDATE delivery SET reason=$reason, taken=0, state=CASE WHEN attempt>=$max THEN 2 ELSE 0 END WHERE id=$id AND state IN (0, 2)",
        ("$id", id),
        ("$reason", reason),
        ("$max", maxAttempt));

    /// <summary>Counts one more attempt of each.</summary>
    public int Take(IReadOnlyList<InboxEntry> entries)
    {
        foreach (InboxEntry entry in entries)
        {
            _take.With(1, entry.Stale ? 1 : 0).With(2, entry.Id).Run();
        }

        return entries.Count;
    }

    /// <summary>These were taken and never emitted: as if they had not been taken.</summary>
    public int PutBack(IReadOnlyList<long> ids)
    {
        foreach (long id in ids)
        {
            _putBack.With(1, id).Run();
        }

        return ids.Count;
    }

    /// <summary>Marks as delivered what is not yet.</summary>
    /// <returns>How many of them there are, those that were marked before included.</returns>
    public int Deliver(IReadOnlyList<long> ids, DateTimeOffset now)
    {
        int found = 0;
        foreach (long id in ids)
        {
            if (_deliver.With(1, now.ToUnixTimeMilliseconds()).With(2, id).Run() == 1)
            {
                _mark.With(1, id).Run();
                found++;
            }
            else if (IsDelivered(id))
            {
                found++;
            }
        }

        return found;
    }

    public void Dispose()
    {
        _take.Dispose();
        _putBack.Dispose();
        _deliver.Dispose();
        _mark.Dispose();
        _known.Dispose();
    }

    private bool IsDelivered(long id)
    {
        try
        {
            return _known.With(1, id).Next();
        }
        finally
        {
            _known.Reset();
        }
    }
}
