using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>What a person found out about an order, written beside all that was said of it before.</summary>
internal static class OrderResolution
{
    /// <summary>Settles an order by hand, within the transaction that is open.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="writer">Its statements.</param>
    /// <param name="entry">The order as it was found.</param>
    /// <param name="state">What it is now.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The order now; nothing where the order has changed since it was found, or a run has it in hand.</returns>
    public static OrderRow? Write(SqliteConnection connection, OrderWriter writer, JournalEntry entry, int state, string who, string reason, long now)
    {
        JournalScope scope = new(entry.Service, entry.BaseAddress, entry.Account, entry.Operation);
        writer.Holds.Forget();
        if (ScopeRows.Find(connection, scope) is not { } place || writer.Find(place, entry.Identity) is not { } row)
        {
            return null;
        }

        ClaimHold hold = writer.Holds.Of(row.State, row.Run, out _);
        JournalEntry known = row.ToEntry(scope, entry.Journal, hold);
        if (hold == ClaimHold.Held || (known.Outcome, known.RunId, known.Sent, known.ResolvedBy) != (entry.Outcome, entry.RunId, entry.Sent, entry.ResolvedBy))
        {
            return null;
        }

        connection.Execute(
            "INSERT INTO resolution (scope, number, part, at, who, was, now, reason) VALUES ($scope, $number, $part, $at, $who, $was, $now, $reason)",
            ("$scope", place),
            ("$number", entry.OrderNumber),
            ("$part", entry.SubOrder),
            ("$at", now),
            ("$who", who),
            ("$was", OrderState.Named(known.Outcome)),
            ("$now", state),
            ("$reason", reason));
        writer.Resolve(row, state, $"Settled by {who}: {reason}", now, (long)connection.Scalar("SELECT last_insert_rowid()")!);
        return writer.Find(place, entry.Identity);
    }
}
