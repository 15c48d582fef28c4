using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>Looks what a claim would say, on a connection of its own that sees all that is committed. For one thread.</summary>
internal sealed class OrderForesight(SqliteConnection connection, string journal, RunSummary summary, TimeProvider time) : IDisposable
{
    private readonly RawStatement _find = new(
        connection, $"SELECT {OrderRow.Columns} FROM {OrderRow.From} WHERE o.scope=?1 AND o.number=?2 AND o.part=?3");

    private readonly RunHolds _holds = new(connection, time);
    private readonly Dictionary<string, (long Row, JournalScope Scope)> _scopes = new(StringComparer.Ordinal);

    /// <summary>What a claim would say now.</summary>
    /// <param name="order">The order.</param>
    /// <param name="rules">What may be sent again.</param>
    /// <param name="run">The row of the run that asks; 0 where it has none.</param>
    public ClaimAnswer Of(OrderClaim order, SendRules rules, long run)
    {
        try
        {
            return Look(order, rules, run);
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Of(e, journal);
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _holds.Dispose();
        connection.Dispose();
    }

    private ClaimAnswer Look(OrderClaim order, SendRules rules, long run)
    {
        if (!_scopes.TryGetValue(order.Operation, out (long Row, JournalScope Scope) scope))
        {
            JournalScope named = JournalScope.Of(summary, order.Operation);
            if (ScopeRows.Find(connection, named) is not { } row)
            {
                return ClaimAnswer.First;
            }

            _scopes[order.Operation] = scope = (row, named);
        }

        OrderRow? found = Find(scope.Row, order.Key);
        if (found is null)
        {
            return ClaimAnswer.First;
        }

        _holds.Forget();
        ClaimHold hold = _holds.Of(found.State, found.Run, out string? holder);
        JournalEntry earlier = found.ToEntry(scope.Scope, journal, hold);
        bool own = found.State == OrderState.Sending && found.Run == run;
        ClaimKind kind = own && order.Repeatable ? ClaimKind.Send : ClaimRule.Of(order, earlier, own ? ClaimHold.Held : hold, rules);
        return new ClaimAnswer(kind, earlier, kind == ClaimKind.Held ? holder : null);
    }

    private OrderRow? Find(long scope, OrderIdentity key)
    {
        _find.With(1, scope).With(2, key.Number).With(3, key.Part);
        try
        {
            return _find.Next() ? OrderRow.Read(_find) : null;
        }
        finally
        {
            _find.Reset();
        }
    }
}
