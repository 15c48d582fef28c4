using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>The scopes of a file: few, and never removed, so that what is known of one holds.</summary>
internal static class ScopeRows
{
    /// <summary>All of them by their row.</summary>
    public static Dictionary<long, JournalScope> All(SqliteConnection connection) => Read(connection, "");

    /// <summary>Those in which an order was taken, or may have been.</summary>
    // Not by EXISTS, which SQLite 3.35 turns into a list of all orders' scopes.
    public static IEnumerable<JournalScope> Used(SqliteConnection connection) => Read(
        connection,
        FormattableString.Invariant($"WHERE (SELECT 1 FROM {OrderRow.Tables} WHERE o.scope = scope.id AND {OrderRow.Standing} IN ({OrderState.Accepted}, {OrderState.Duplicate}, {OrderState.Unknown}, {OrderState.Sending}) LIMIT 1) IS NOT NULL")).Values;

    private static Dictionary<long, JournalScope> Read(SqliteConnection connection, string which)
    {
        Dictionary<long, JournalScope> scopes = [];
        using SqliteCommand command = connection.Make($"SELECT id, service, base_address, account, operation FROM scope {which} ORDER BY id");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            scopes[reader.GetInt64(0)] = new JournalScope(reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));
        }

        return scopes;
    }

    /// <summary>The row of one.</summary>
    public static long? Find(SqliteConnection connection, JournalScope scope) => (long?)connection.Scalar(
        "SELECT id FROM scope WHERE service=$service AND base_address=$address AND account=$account AND operation=$operation", Arguments(scope));

    /// <summary>The row of one, made where there is none.</summary>
    public static long FindOrAdd(SqliteConnection connection, JournalScope scope)
    {
        if (Find(connection, scope) is { } known)
        {
            return known;
        }

        connection.Execute("INSERT INTO scope (service, base_address, account, operation) VALUES ($service, $address, $account, $operation)", Arguments(scope));
        return (long)connection.Scalar("SELECT last_insert_rowid()")!;
    }

    private static (string, object?)[] Arguments(JournalScope scope) =>
        [("$service", scope.Service), ("$address", scope.BaseAddress), ("$account", scope.Account), ("$operation", scope.Operation)];
}
