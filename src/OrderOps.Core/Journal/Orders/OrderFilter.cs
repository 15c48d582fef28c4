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
    private readonly string _where;
    private readonly bool _openOnly;

    private OrderFilter(IReadOnlyDictionary<long, JournalScope> scopes, bool openOnly, string where)
    {
        Scopes = scopes;
        _openOnly = openOnly;
        _where = where;
    }

    /// <summary>The scopes that are meant.</summary>
    public IReadOnlyDictionary<long, JournalScope> Scopes { get; }

    /// <summary>The condition, beginning with AND; empty where there is none.</summary>
    public string Where => _where;

    /// <summary>Forces the index that gives the one sent last first.</summary>
    public string Index => _openOnly ? "INDEXED BY orders_open" : "INDEXED BY orders_sent";

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

            conditions.Add(FormattableString.Invariant($"o.run={span.Row} AND o.sent BETWEEN {span.First} AND {span.Last}"));
        }

        if (query.Since is { } since)
        {
            conditions.Add(FormattableString.Invariant($"o.sent>={StoreTime.Of(since)}"));
        }

        if (query.Until is { } until)
        {
            conditions.Add(FormattableString.Invariant($"o.sent<{StoreTime.Of(until)}"));
        }

        bool openOnly = false;
        if (query.Outcomes is { } outcomes)
        {
            long[] states = [.. outcomes.Select(OrderState.Named).Where(state => state is not null).Select(state => (long)state!.Value)];
            if (states.Length == 0)
            {
                return null;
            }

            openOnly = states.All(state => state is OrderState.Unknown or OrderState.Sending);
            conditions.Add((openOnly ? "o.state IN (4, 7) AND " : "") + StateIs(states, RunRows.Living(connection, now)));
        }

        return scopes.Count == 0 ? null : new OrderFilter(scopes, openOnly, string.Concat(conditions.Select(condition => " AND " + condition)));
    }

    // What a run left as being sent without a word is Unknown, whatever stands there.
    private static string StateIs(long[] states, IReadOnlyCollection<long> living)
    {
        List<string> any = [$"o.state IN ({Listed(states.Where(state => state != OrderState.Sending))})"];
        if (states.Contains(OrderState.Sending))
        {
            any.Add($"(o.state=7 AND o.run IN ({Listed(living)}))");
        }

        if (states.Contains(OrderState.Unknown))
        {
            any.Add($"(o.state=7 AND o.run NOT IN ({Listed(living)}))");
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
