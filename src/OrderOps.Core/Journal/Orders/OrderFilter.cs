using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>
/// A query in the file's own numbers, its keys and paging aside: nothing of what a person typed stands in a statement.
/// </summary>
internal sealed class OrderFilter
{
    private OrderFilter(IReadOnlyDictionary<long, JournalScope> scopes, string where)
    {
        Scopes = scopes;
        Where = where;
    }

    /// <summary>The scopes that are meant.</summary>
    public IReadOnlyDictionary<long, JournalScope> Scopes { get; }

    /// <summary>The condition, beginning with AND; empty where there is none.</summary>
    public string Where { get; }

    /// <summary>Makes one, by what the file holds now.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="query">The query.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Nothing where no order can be meant.</returns>
    public static OrderFilter? Of(SqliteConnection connection, JournalQuery query, DateTimeOffset now)
    {
        Dictionary<long, JournalScope> all = ScopeRows.All(connection);
        Dictionary<long, JournalScope> scopes = all.Where(scope => Matches(scope.Value, query)).ToDictionary(scope => scope.Key, scope => scope.Value);
        List<string> conditions = [];
        if (scopes.Count < all.Count)
        {
            conditions.Add($"o.scope IN ({Listed(scopes.Keys)})");
        }

        if (query.RunId is { } run)
        {
            if (RunRows.SpanOf(connection, run) is not { } span)
            {
                return null;
            }

            conditions.Add(FormattableString.Invariant($"c.run={span.Row} AND o.id BETWEEN {span.First} AND {span.Last}"));
        }

        if (query.Since is { } since)
        {
            conditions.Add(FormattableString.Invariant(
                $"o.id>=(SELECT min(first) FROM claim WHERE sent>={StoreTime.Of(since)}) AND c.sent>={StoreTime.Of(since)}"));
        }

        if (query.Until is { } until)
        {
            conditions.Add(Before(StoreTime.Of(until)));
        }

        if (query.Outcomes is { } outcomes)
        {
            long[] states = [.. outcomes.Select(OrderState.Named).Where(state => state is not null).Select(state => (long)state!.Value)];
            if (states.Length == 0)
            {
                return null;
            }

            if (states.All(state => state is OrderState.Unknown or OrderState.Sending))
            {
                conditions.Add($"o.id IN ({Open})");
            }

            conditions.Add(StateIs(states, RunRows.Living(connection, now)));
        }

        return scopes.Count == 0 ? null : new OrderFilter(scopes, string.Concat(conditions.Select(condition => " AND " + condition)));
    }

    /// <summary>The orders that are Unknown, or stand as being sent: few, and found without reading the others.</summary>
    public const string Open =
        "SELECT id FROM orders INDEXED BY orders_unknown WHERE state=4 UNION ALL SELECT p.id FROM claim q INDEXED BY claim_open " +
        "CROSS JOIN orders p NOT INDEXED WHERE q.state=7 AND p.id BETWEEN q.first AND q.last AND p.claim=q.id AND p.state IS NULL";

    /// <summary>Those that were sent before a moment, found without reading those after it.</summary>
    public static string Before(long moment) =>
        FormattableString.Invariant($"o.id<=(SELECT max(last) FROM claim WHERE sent<{moment}) AND c.sent<{moment}");

    // What a run left as being sent without a word is Unknown, whatever stands there.
    private static string StateIs(long[] states, IReadOnlyCollection<long> living)
    {
        List<string> any = [$"{OrderRow.Standing} IN ({Listed(states.Where(state => state != OrderState.Sending))})"];
        if (states.Contains(OrderState.Sending))
        {
            any.Add($"({OrderRow.Standing}=7 AND c.run IN ({Listed(living)}))");
        }

        if (states.Contains(OrderState.Unknown))
        {
            any.Add($"({OrderRow.Standing}=7 AND c.run NOT IN ({Listed(living)}))");
        }

        return $"({string.Join(" OR ", any)})";
    }

    private static bool Matches(JournalScope scope, JournalQuery query) =>
        (query.Service is null || JournalScope.Same(scope.Service, query.Service))
        && (query.Operation is null || JournalScope.Same(scope.Operation, query.Operation))
        && (query.Account is null || JournalScope.Same(scope.Account, query.Account))
        && (query.BaseAddress is null || scope.BaseAddress == JournalScope.AddressOf(query.BaseAddress));

    private static string Listed(IEnumerable<long> numbers) =>
        string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
