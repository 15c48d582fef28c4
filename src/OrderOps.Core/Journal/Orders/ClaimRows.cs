using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Writes the rows of claims, within the transaction that is open.</summary>
internal sealed class ClaimRows : IDisposable
{
    /// <summary>Whether a claim has no orders any more.</summary>
    internal const string Empty = "NOT EXISTS (SELECT 1 FROM orders o NOT INDEXED WHERE o.id BETWEEN claim.first AND claim.last AND o.claim=claim.id)";

    private readonly RawStatement _next;
    private readonly RawStatement _add;
    private readonly RawStatement _settle;
    private readonly RawStatement _split;
    private readonly RawStatement _close;
    private readonly RawStatement _clear;
    private readonly RawStatement _renew;
    private readonly RawStatement _orders;
    private readonly RawStatement _remove;
    private readonly RawStatement _references;
    private readonly RawStatement _keep;

    public ClaimRows(SqliteConnection connection)
    {
        _next = new(connection, "SELECT (SELECT coalesce(max(id), 0) + 1 FROM claim), (SELECT coalesce(max(id), 0) + 1 FROM orders)");
        _add = new(connection, "INSERT INTO claim (id, run, sent, first, last, hash_version, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 7) ON CONFLICT (id) DO UPDATE SET last=excluded.last");
        _settle = new(
            connection,
            "UPDATE claim SET state=?3, message=?4, reference_lines=?5, status=?6, batch=?7, attempts=?8, settled=?9 " +
            "WHERE id=?1 AND run=?2 AND state=7 AND whole=1");
        _split = new(connection, "UPDATE claim SET whole=0 WHERE id=?1");
        _close = new(
            connection,
            "UPDATE claim SET state=0 WHERE id=?1 AND state=7 AND NOT EXISTS " +
            "(SELECT 1 FROM orders o NOT INDEXED WHERE o.id BETWEEN claim.first AND claim.last AND o.claim=claim.id AND o.state IS NULL)");
        _clear = new(connection, $"DELETE FROM claim WHERE id=?1 AND {Empty}");
        _renew = new(
            connection,
            "INSERT INTO claim (id, run, sent, first, last, hash_version, state) VALUES (?1, ?2, ?3, ?4, ?4, ?5, 0) " +
            "ON CONFLICT (id) DO UPDATE SET first=min(first, excluded.first), last=max(last, excluded.last)");
        _orders = new(
            connection,
            "SELECT o.id - c.first, o.state IS NULL FROM claim c CROSS JOIN orders o NOT INDEXED " +
            "WHERE c.id=?1 AND o.id BETWEEN c.first AND c.last AND o.claim=c.id");
        _remove = new(connection, "DELETE FROM claim WHERE id=?1 AND state<>7");
        _references = new(connection, "SELECT reference_lines FROM claim WHERE id=?1");
        _keep = new(
            connection,
            "UPDATE claim SET whole=0, reference_lines=?2, message=iif(?3 OR state=7, message, NULL), state=iif(?3 OR state=7, state, 0) WHERE id=?1");
    }

    /// <summary>The next claim's row, and the row of its first order.</summary>
    public (long Claim, long Order) Next()
    {
        try
        {
            _next.Next();
            return (_next.Number(0), _next.Number(1));
        }
        finally
        {
            _next.Reset();
        }
    }

    /// <summary>Writes a claim, or that it has grown.</summary>
    /// <param name="claim">Its row.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="now">The moment.</param>
    /// <param name="first">Its first order's row.</param>
    /// <param name="last">Its last order's row.</param>
    public void Add(long claim, long run, long now, long first, long last) =>
        _add.With(1, claim).With(2, run).With(3, now).With(4, first).With(5, last).With(6, OrderClaim.ContentVersion).Run();

    /// <summary>Writes an outcome for all of its orders that have none of their own.</summary>
    /// <param name="claim">The claim's row.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="references">Their references.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Whether all of them were still this run's.</returns>
    public bool Settle(long claim, long run, SettledOrder outcome, string? references, long now) => _settle
        .With(1, claim)
        .With(2, run)
        .With(3, OrderState.Of(outcome.Outcome))
        .With(4, outcome.Message)
        .With(5, references)
        .With(6, outcome.StatusCode)
        .With(7, outcome.Batch)
        .With(8, outcome.Attempts)
        .With(9, now)
        .Run() == 1;

    /// <summary>From now on its orders are settled one by one: not all of them are its run's any more.</summary>
    public void Split(long claim) => _split.With(1, claim).Run();

    /// <summary>Ends a claim, once each of its orders has an outcome of its own; one that all have left is removed.</summary>
    public void Close(long claim)
    {
        if (_close.With(1, claim).Run() == 1)
        {
            _clear.With(1, claim).Run();
        }
    }

    /// <summary>Sees to it that an order can go back to the claim that it had before.</summary>
    public void Renew(OrderRow order) =>
        _renew.With(1, order.Claim).With(2, order.Run).With(3, order.Sent).With(4, order.Id).With(5, order.HashVersion).Run();

    /// <summary>
    /// After orders have left a claim: removes what it says of them, and the claim if it has no more. One that stands open
    /// stays until its run closes it or ends: the run would take another one in its row for it.
    /// </summary>
    public void Tidy(long claim)
    {
        (HashSet<int> places, bool any) = Orders(claim);
        if (!any)
        {
            if (_remove.With(1, claim).Run() == 0)
            {
                Split(claim);
            }

            return;
        }

        string? references = References(claim);
        _keep.With(1, claim).With(2, references is null ? null : ReferenceLines.Keep(references, places)).With(3, places.Count > 0 ? 1 : 0).Run();
    }

    public void Dispose()
    {
        foreach (RawStatement statement in new[] { _next, _add, _settle, _split, _close, _clear, _renew, _orders, _remove, _references, _keep })
        {
            statement.Dispose();
        }
    }

    private (HashSet<int> Places, bool Any) Orders(long claim)
    {
        HashSet<int> places = [];
        bool any = false;
        _orders.With(1, claim);
        try
        {
            while (_orders.Next())
            {
                any = true;
                if (_orders.Number(1) != 0)
                {
                    places.Add((int)_orders.Number(0));
                }
            }

            return (places, any);
        }
        finally
        {
            _orders.Reset();
        }
    }

    private string? References(long claim)
    {
        _references.With(1, claim);
        try
        {
            return _references.Next() ? _references.Text(0) : null;
        }
        finally
        {
            _references.Reset();
        }
    }
}
