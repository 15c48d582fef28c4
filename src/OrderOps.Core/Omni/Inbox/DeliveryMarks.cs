using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>What a consumer writes: taken, delivered, failed. Every method runs within a transaction.</summary>
internal sealed class DeliveryMarks : IDisposable
{
    private readonly HandOver _handOver;
    private readonly RawStatement _take;
    private readonly RawStatement _putBack;
    private readonly RawStatement _deliver;
    private readonly RawStatement _mark;
    private readonly RawStatement _delivered;

    public DeliveryMarks(SqliteConnection connection, HandOver handOver)
    {
        _handOver = handOver;
        _take = new(connection, "UPDATE delivery SET taken=1, attempt=attempt+1, stale=?1 WHERE id>=?2 AND id<=?3");
        _putBack = new(connection, "UPDATE delivery SET taken=0, attempt=attempt-1 WHERE id=?1 AND state=0 AND taken=1");
        _deliver = new(connection, "UPDATE delivery SET state=1, taken=0, delivered_at=?3, reason=NULL WHERE id>=?1 AND id<=?2 AND state IN (0, 2)");
        _mark = new(
            connection,
            "INSERT INTO order_mark (order_code, receiver, event_time, message_id, delivery) " +
            "SELECT order_code, receiver, event_time, message_id, id FROM delivery WHERE id=?1 AND state=1 AND order_code IS NOT NULL " +
            EventOrder.OrLater);
        _delivered = new(connection, "SELECT count(*) FROM delivery WHERE id>=?1 AND id<=?2 AND state=1");
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
        for (int from = 0, next; from < entries.Count; from = next)
        {
            for (next = from + 1; next < entries.Count && entries[next].Id == entries[next - 1].Id + 1 && entries[next].Stale == entries[from].Stale; next++)
            {
            }

            _take.With(1, entries[from].Stale ? 1 : 0).With(2, entries[from].Id).With(3, entries[next - 1].Id).Run();
        }

        return entries.Count;
    }

    /// <summary>These were taken and never emitted: as if they had not been taken.</summary>
    public int PutBack(IReadOnlyList<long> ids)
    {
        _handOver.Shut();
        foreach (long id in ids)
        {
            _handOver.Remove(id);
            _putBack.With(1, id).Run();
        }

        return ids.Count;
    }

    /// <summary>Marks as delivered what is not yet.</summary>
    /// <returns>How many of them there are, those that were marked before included.</returns>
    public int Deliver(IReadOnlyList<long> ids, DateTimeOffset now)
    {
        int found = 0;
        for (int from = 0, next; from < ids.Count; from = next)
        {
            // Most follow each other, and one statement for all of them costs little more than for one.
            for (next = from + 1; next < ids.Count && ids[next] == ids[next - 1] + 1; next++)
            {
            }

            (long first, long last) = (ids[from], ids[next - 1]);
            int marked = _deliver.With(1, first).With(2, last).With(3, now.ToUnixTimeMilliseconds()).Run();
            found += marked == next - from ? marked : Delivered(first, last);
            for (long id = first; id <= last; id++)
            {
                if (!_handOver.Remove(id))
                {
                    _mark.With(1, id).Run();
                }
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
        _delivered.Dispose();
    }

    private int Delivered(long first, long last)
    {
        try
        {
            return _delivered.With(1, first).With(2, last).Next() ? (int)_delivered.Number(0) : 0;
        }
        finally
        {
            _delivered.Reset();
        }
    }
}
