using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Which orders a removal takes, in steps that are short enough to stand between two commits.</summary>
internal sealed class OrderRemoval
{
    private const int Step = 2000;

    private readonly RemovalQuery _query;
    private readonly TimeProvider _time;

    public OrderRemoval(RemovalQuery query, TimeProvider time)
    {
        if (query.Before is null && query.Keys is null)
        {
            throw new ArgumentException("A removal needs a moment or keys.", nameof(query));
        }

        _query = query;
        _time = time;
    }

    /// <summary>What would go and what would stay, as the file is now.</summary>
    public Removal Foresee(SqliteConnection connection)
    {
        long orders;
        long unsettled;
        if (_query.Keys is { } keys)
        {
            List<(long Id, bool Held)> found = OfKeys(connection, keys);
            (orders, unsettled) = (found.Count(order => !order.Held), found.Count(order => order.Held));
        }
        else
        {
            orders = (long)connection.Scalar($"SELECT count(*) FROM {OrderRow.TablesById} WHERE {Old} AND {OrderRow.Standing} NOT IN (4, 7)")!;
            unsettled = Unsettled(connection);
        }

        return new Removal(orders, (long)connection.Scalar($"SELECT count(*) FROM run r WHERE {Empty($"AND {OrderRow.Standing} IN (4, 7)")}")!, unsettled);
    }

    /// <summary>Removes some orders, within the transaction that is open.</summary>
    /// <returns>How many; 0 once all are gone.</returns>
    public long RemoveSome(SqliteConnection connection)
    {
        List<long> ids = _query.Keys is { } keys
            ? [.. OfKeys(connection, keys).Where(order => !order.Held).Select(order => order.Id).Take(Step)]
            : connection.Numbers($"SELECT o.id FROM {OrderRow.TablesById} WHERE {Old} AND {OrderRow.Standing} NOT IN (4, 7) LIMIT {Step}");
        using RawStatement resolutions = new(
            connection,
            "DELETE FROM resolution WHERE id IN (SELECT x.id FROM orders o JOIN resolution x ON x.number=o.number AND x.scope=o.scope AND x.part=o.part WHERE o.id=?1)");
        using RawStatement claim = new(connection, "SELECT claim FROM orders WHERE id=?1");
        using RawStatement orders = new(connection, "DELETE FROM orders WHERE id=?1");
        using ClaimRows claims = new(connection);
        HashSet<long> left = [];
        foreach (long id in ids)
        {
            claim.With(1, id).Next();
            left.Add(claim.Number(0));
            claim.Reset();
            resolutions.With(1, id).Run();
            orders.With(1, id).Run();
        }

        foreach (long id in left)
        {
            claims.Tidy(id);
        }

        return ids.Count;
    }

    /// <summary>Removes the runs that are over and have no orders, within the transaction that is open.</summary>
    /// <returns>How many.</returns>
    public long RemoveRuns(SqliteConnection connection) => connection.Execute($"DELETE FROM run AS r WHERE {Empty("")}");

    /// <summary>How many orders stay though they are meant.</summary>
    public long Unsettled(SqliteConnection connection) => _query.Keys is { } keys
        ? OfKeys(connection, keys).Count
        : (long)connection.Scalar($"SELECT count(*) FROM {OrderRow.TablesById} WHERE o.id IN ({OrderFilter.Open}) AND {Old}")!;

    private string Old => OrderFilter.Before(Before);

    private long Before => _query.Before is { } before ? StoreTime.Of(before) : long.MaxValue;

    // A run is only ever removed by its time: a key says nothing of it.
    private string Empty(string which) => _query.Before is null
        ? "false"
        : FormattableString.Invariant($"r.ended_by IS NOT NULL AND coalesce(r.ended, r.last_sent, r.started)<{Before} AND NOT EXISTS ") +
          $"(SELECT 1 FROM {OrderRow.TablesById} WHERE c.run=r.id AND o.id BETWEEN r.first_order AND r.last_order {which})";

    private List<(long Id, bool Held)> OfKeys(SqliteConnection connection, IReadOnlyList<string> keys)
    {
        using OrderLookup lookup = new(connection, FormattableString.Invariant($" AND c.sent<{Before}"));
        using RunHolds holds = new(connection, _time);
        long[] scopes = [.. ScopeRows.All(connection).Keys];
        IEnumerable<OrderRow> rows =
            from key in keys.Distinct(StringComparer.Ordinal)
            from identity in OrderKeys.MeaningsOf(key)
            from scope in scopes
            let row = lookup.Find(scope, identity)
            where row is not null
            select row;
        return [.. rows.Select(row => (row.Id, holds.Of(row.State, row.Run, out _) == ClaimHold.Held))];
    }
}
