using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>What a consumer writes: taken, delivered, failed. Every method runs within a transaction.</summary>
internal static class DeliveryMarks
{
    /// <summary>Counts one more attempt of each.</summary>
    public static int Take(SqliteConnection connection, IReadOnlyList<InboxEntry> entries)
    {
        using PreparedStatement take = new(connection, "UPDATE delivery SET taken=1, attempt=attempt+1, stale=$1 WHERE id=$0", 2);
        foreach (InboxEntry entry in entries)
        {
            take.Run(entry.Id, entry.Stale ? 1 : 0);
        }

        return entries.Count;
    }

    /// <summary>What a dead consumer took is to be taken again.</summary>
    public static int GiveBack(SqliteConnection connection) => connection.Execute("UPDATE delivery SET taken=0 WHERE state=0 AND taken=1");

    /// <summary>These were taken and never emitted: as if they had not been taken.</summary>
    public static int PutBack(SqliteConnection connection, IReadOnlyList<long> ids)
    {
        using PreparedStatement putBack = new(connection, "UPDATE delivery SET taken=0, attempt=attempt-1 WHERE id=$0 AND state=0 AND taken=1", 1);
        foreach (long id in ids)
        {
            putBack.Run(id);
        }

        return ids.Count;
    }

    /// <summary>Marks as delivered what is not yet.</summary>
    /// <returns>How many of them there are, those that were marked before included.</returns>
    public static int Deliver(SqliteConnection connection, IReadOnlyList<long> ids, DateTimeOffset now)
    {
        using PreparedStatement deliver = new(connection, "UPDATE delivery SET state=1, taken=0, delivered_at=$1, reason=NULL WHERE id=$0 AND state IN (0, 2)", 2);
        using PreparedStatement mark = new(
            connection,
            "INSERT INTO order_mark (order_code, receiver, event_time, message_id, delivery) " +
            "SELECT order_code, receiver, event_time, message_id, id FROM delivery WHERE id=$0 AND order_code IS NOT NULL " +
            "ON CONFLICT (order_code, receiver) DO UPDATE SET event_time=excluded.event_time, message_id=excluded.message_id, delivery=excluded.delivery",
            1);
        using PreparedStatement known = new(
            connection,
            "SELECT d.event_time, d.message_id, m.event_time, m.message_id, m.delivery FROM delivery d " +
            "LEFT JOIN order_mark m ON m.order_code=d.order_code AND m.receiver=d.receiver WHERE d.id=$0 AND d.state<>3",
            1);
        int found = 0;
        foreach (long id in ids)
        {
            bool newer;
            using (SqliteDataReader reader = known.Read(id))
            {
                if (!reader.Read())
                {
                    continue;
                }

                newer = reader.IsDBNull(4) || reader.ReadOrder(2).IsOlderThan(reader.ReadOrder(0));
            }

            found++;
            if (deliver.Run(id, now.ToUnixTimeMilliseconds()) == 1 && newer)
            {
                mark.Run(id);
            }
        }

        return found;
    }

    /// <summary>Lets it be taken again, or puts it aside after its last attempt.</summary>
    /// <returns>How many there are: 1, or 0 where there is none or it was delivered.</returns>
    public static int Fail(SqliteConnection connection, long id, string reason, int maxAttempt) => connection.Execute(
        "UPDATE delivery SET reason=$reason, taken=0, state=CASE WHEN attempt>=$max THEN 2 ELSE 0 END WHERE id=$id AND state IN (0, 2)",
        ("$id", id),
        ("$reason", reason),
        ("$max", maxAttempt));
}
