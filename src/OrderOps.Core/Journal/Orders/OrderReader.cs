using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Finds orders, a page at a time: a look that lasts would keep the log from being emptied.</summary>
internal sealed class OrderReader(StoreReader reader, string journal, TimeProvider time)
{
    private const int Page = 500;

    /// <summary>Finds orders, the one sent last first.</summary>
    public IEnumerable<JournalEntry> Find(JournalQuery query)
    {
        if (query.Keys is { } keys)
        {
            IEnumerable<JournalEntry> all = OfKeys(query, keys).Skip((int)Math.Min(query.Skip, int.MaxValue));
            return query.First is { } most ? all.Take((int)Math.Min(most, int.MaxValue)) : all;
        }

        return Pages(query);
    }

    /// <summary>How many there are, paging aside.</summary>
    public long Count(JournalQuery query) => query.Keys is { } keys
        ? OfKeys(query, keys).Count
        : reader.Look(connection => OrderFilter.Of(connection, query, time.GetUtcNow()) is { } filter
            ? (long)connection.Scalar($"SELECT count(*) FROM {OrderRow.TablesById} WHERE true{filter.Where}")!
            : 0);

    private IEnumerable<JournalEntry> Pages(JournalQuery query)
    {
        long left = query.First ?? long.MaxValue;
        string from = "";
        for (long skip = query.Skip; left > 0; skip = 0)
        {
            List<(OrderRow Row, JournalEntry Entry)> page = reader.Look(connection => FindPage(connection, query, from, Math.Min(left, Page), skip));
            foreach ((_, JournalEntry entry) in page)
            {
                yield return entry;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            left -= page.Count;
            from = FormattableString.Invariant($" AND o.id<{page[page.Count - 1].Row.Id}");
        }
    }

    private List<(OrderRow Row, JournalEntry Entry)> FindPage(SqliteConnection connection, JournalQuery query, string from, long most, long skip)
    {
        List<(OrderRow, JournalEntry)> page = [];
        if (OrderFilter.Of(connection, query, time.GetUtcNow()) is not { } filter)
        {
            return page;
        }

        using RunHolds holds = new(connection, time);
        using RawStatement statement = new(
            connection,
            $"SELECT {OrderRow.Columns} FROM {OrderRow.TablesById} {OrderRow.Names} WHERE true{filter.Where}{from} ORDER BY o.id DESC " +
            FormattableString.Invariant($"LIMIT {most} OFFSET {skip}"));
        while (statement.Next())
        {
            OrderRow row = OrderRow.Read(statement);
            page.Add((row, ToEntry(row, filter.Scopes, holds)));
        }

        return page;
    }

    private List<JournalEntry> OfKeys(JournalQuery query, IReadOnlyList<string> keys) => reader.Look(connection =>
    {
        if (OrderFilter.Of(connection, query, time.GetUtcNow()) is not { } filter)
        {
            return [];
        }

        using RunHolds holds = new(connection, time);
        using OrderLookup lookup = new(connection, filter.Where);
        IEnumerable<OrderRow> rows =
            from key in keys.Distinct(StringComparer.Ordinal)
            from identity in OrderKeys.MeaningsOf(key)
            from scope in filter.Scopes.Keys
            let row = lookup.Find(scope, identity)
            where row is not null
            orderby row.Id descending
            select row;
        return rows.Select(row => ToEntry(row, filter.Scopes, holds)).ToList();
    });

    private JournalEntry ToEntry(OrderRow row, IReadOnlyDictionary<long, JournalScope> scopes, RunHolds holds) =>
        row.ToEntry(scopes[row.Scope], journal, holds.Of(row.State, row.Run, out _));
}
