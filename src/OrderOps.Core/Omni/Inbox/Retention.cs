using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>
/// Removes what is past its time, in steps that are short enough to stand between two commits. What was not delivered,
/// or was put aside, stays.
/// </summary>
internal static class Retention
{
    private const int Step = 200;

    /// <summary>Removes some bodies.</summary>
    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="before">Received before this moment.</param>
    /// <param name="after">Where the former step ended; 0 to begin.</param>
    /// <returns>Where the next step begins; <see langword="null"/> if nothing is left.</returns>
    public static long? RemoveBodies(SqliteConnection connection, DateTimeOffset before, long after)
    {
        List<(long Id, bool Gone, string? Shipments)> found = Old(connection, "body b JOIN delivery d ON d.id=b.id", "b.id", before, after);
        foreach ((long id, bool gone, _) in found)
        {
            if (gone)
            {
                connection.Execute("DELETE FROM body WHERE id=$id", ("$id", id));
            }
        }

        return Next(found);
    }

    /// <summary>Removes some identities, with the shipments and orders that nobody spoke of since.</summary>
    /// <inheritdoc cref="RemoveBodies"/>
    public static long? RemoveIdentities(SqliteConnection connection, DateTimeOffset before, long after)
    {
        List<(long Id, bool Gone, string? Shipments)> found = Old(connection, "delivery d", "d.id", before, after);
        foreach ((long id, bool gone, string? shipments) in found)
        {
            if (gone)
            {
                RemoveDelivery(connection, id, shipments);
            }
        }

        return Next(found);
    }

    /// <summary>Removes one delivery, with the shipments that no other one names.</summary>
    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="id">The delivery.</param>
    /// <param name="shipments">Its shipments, as they stand there.</param>
    /// <returns>How many shipments went.</returns>
    public static int RemoveDelivery(SqliteConnection connection, long id, string? shipments)
    {
        int gone = 0;
        foreach (string code in ShipmentVerdicts.From(shipments).All)
        {
            connection.Execute("DELETE FROM mention WHERE code=$code AND delivery=$id", ("$code", code), ("$id", id));
            gone += connection.Execute(
                "DELETE FROM shipment WHERE code=$code AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.code=$code)", ("$code", code));
        }

        connection.Execute(
            "DELETE FROM order_mark WHERE delivery=$id AND order_code=(SELECT order_code FROM delivery WHERE id=$id)", ("$id", id));
        connection.Execute("DELETE FROM body WHERE id=$id", ("$id", id));
        connection.Execute("DELETE FROM delivery WHERE id=$id", ("$id", id));
        return gone;
    }

    private static List<(long Id, bool Gone, string? Shipments)> Old(SqliteConnection connection, string from, string id, DateTimeOffset before, long after)
    {
        List<(long, bool, string?)> found = [];

        // Rows come in the order of their ids, so that the latest row of that time ends the search.
        using SqliteCommand command = connection.Make(
            $"SELECT d.id, d.state IN (1, 3) AND d.received_at<$before, d.shipments FROM {from} WHERE {id}>$after " +
            $"AND {id}<=(SELECT id FROM delivery WHERE received_at<$before ORDER BY received_at DESC, id DESC LIMIT 1) ORDER BY {id} LIMIT $step",
            ("$before", before.ToUnixTimeMilliseconds()),
            ("$after", after),
            ("$step", Step));
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add((reader.GetInt64(0), reader.GetInt64(1) != 0, reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return found;
    }

    private static long? Next(List<(long Id, bool Gone, string? Shipments)> found) => found.Count < Step ? null : found[found.Count - 1].Id;
}
