using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Removes the postings of a query for good, or counts them. What was not delivered, or was put aside, stays.</summary>
internal static class PostingRemoval
{
    private const int Step = 200;
    private const string Done = "d.state IN (1, 3)";

    /// <summary>Counts what would go and what would stay.</summary>
    public static InboxRemoval Foresee(SqliteConnection connection, InboxRemovalQuery query)
    {
        long postings = 0, shipments = 0, undelivered = 0;
        foreach ((string meant, object? value) in Parts(query))
        {
            postings += Count($"SELECT count(*) FROM delivery d WHERE {meant} AND {Done}");
            undelivered += Count($"SELECT count(*) FROM delivery d WHERE {meant} AND NOT {Done}");
            shipments += Count(
                $"SELECT count(*) FROM shipment s WHERE s.code IN (SELECT m.code FROM mention m JOIN delivery d ON d.id=m.delivery WHERE {meant} AND {Done}) " +
                $"AND NOT EXISTS (SELECT 1 FROM mention m JOIN delivery d ON d.id=m.delivery WHERE m.code=s.code AND NOT ({meant} AND {Done}))");
            long Count(string sql) => (long)connection.Scalar(sql, ("$value", value))!;
        }

        return new InboxRemoval(postings, shipments, undelivered);
    }

    /// <summary>Removes, in steps that are short enough to stand between two commits.</summary>
    /// <param name="write">Runs a step in a transaction of its own.</param>
    /// <param name="query">Which.</param>
    public static InboxRemoval Remove(Func<Func<SqliteConnection, InboxRemoval>, InboxRemoval> write, InboxRemovalQuery query)
    {
        long postings = 0, shipments = 0, undelivered = 0;
        foreach ((string meant, object? value) in Parts(query))
        {
            InboxRemoval step;
            do
            {
                step = write(connection => RemoveSome(connection, meant, value));
                postings += step.Postings;
                shipments += step.Shipments;
            }
            while (step.Postings == Step);
            undelivered += step.Undelivered;
        }

        return new InboxRemoval(postings, shipments, undelivered);
    }

    private static InboxRemoval RemoveSome(SqliteConnection connection, string meant, object? value)
    {
        List<(long Id, string? Shipments)> found = [];
        using (SqliteCommand command = connection.Make(
            $"SELECT d.id, d.shipments FROM delivery d WHERE {meant} AND {Done} LIMIT $step", ("$value", value), ("$step", Step)))
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                found.Add((reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
            }
        }

        long shipments = 0;
        foreach ((long id, string? codes) in found)
        {
            shipments += Retention.RemoveDelivery(connection, id, codes);
        }

        long undelivered = found.Count == Step
            ? 0
            : (long)connection.Scalar($"SELECT count(*) FROM delivery d WHERE {meant} AND NOT {Done}", ("$value", value))!;
        return new InboxRemoval(found.Count, shipments, undelivered);
    }

    private static IEnumerable<(string Meant, object? Value)> Parts(InboxRemovalQuery query)
    {
        if (query.Before is { } before)
        {
            yield return ("d.received_at<$value", before.ToUnixTimeMilliseconds());
        }

        foreach (string order in query.OrderCodes ?? [])
        {
            yield return ("d.order_code=$value", order);
        }
    }
}
