using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>Looks what a claim would say, on a connection of its own that sees all that is committed. For one thread.</summary>
internal sealed class OrderForesight(StoreReader reader, string journal, RunSummary summary, TimeProvider time) : IDisposable
{
    private readonly Dictionary<string, (long Row, JournalScope Scope)> _scopes = new(StringComparer.Ordinal);
    private SqliteConnection? _connection;
    private OrderLookup? _orders;
    private RunHolds? _holds;

    /// <summary>What a claim would say now.</summary>
    /// <param name="order">The order.</param>
    /// <param name="rules">What may be sent again.</param>
    /// <param name="run">The row of the run that asks; 0 where it has none.</param>
    /// <exception cref="StoreException">The journal can't be read.</exception>
    public ClaimAnswer Of(OrderClaim order, SendRules rules, long run) => reader.Look(connection =>
    {
        Bind(connection);
        return Look(connection, order, rules, run);
    });

    public void Dispose()
    {
        Unbind();
        reader.Dispose();
    }

    private void Bind(SqliteConnection connection)
    {
        if (_connection != connection)
        {
            Unbind();
            _orders = new OrderLookup(connection);
            _holds = new RunHolds(connection, time);
            _connection = connection;
        }
    }

    private void Unbind()
    {
        _connection = null;
        _orders?.Dispose();
        _holds?.Dispose();
    }

    private ClaimAnswer Look(SqliteConnection connection, OrderClaim order, SendRules rules, long run)
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

        OrderRow? found = _orders!.Find(scope.Row, order.Key);
        if (found is null)
        {
            return ClaimAnswer.First;
        }

        _holds!.Forget();
        ClaimHold hold = _holds.Of(found.State, found.Run, out string? holder);
        JournalEntry earlier = found.ToEntry(scope.Scope, journal, hold);
        bool own = found.State == OrderState.Sending && found.Run == run;
        ClaimKind kind = own && order.Repeatable ? ClaimKind.Send : ClaimRule.Of(order, earlier, own ? ClaimHold.Held : hold, rules);
        return new ClaimAnswer(kind, earlier, kind == ClaimKind.Held ? holder : null);
    }
}
