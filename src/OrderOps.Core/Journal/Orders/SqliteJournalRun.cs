using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>A run that writes into a journal's file.</summary>
internal sealed class SqliteJournalRun : IJournalRun
{
    private readonly SqliteJournal _journal;
    private readonly RunSummary _summary;
    private readonly SendRules _rules;
    private readonly long _row;
    private readonly RunLease _lease;
    private readonly TimeProvider _time;
    private readonly OrderForesight _foresight;
    private readonly ConcurrentDictionary<string, KnownScope> _scopes = new(StringComparer.Ordinal);
    private readonly OrdersInHand _inHand = new();
    private readonly ITimer _renewal;
    private bool _ended;

    public SqliteJournalRun(SqliteJournal journal, RunSummary summary, SendRules rules, long row, RunLease lease, OrderForesight foresight, TimeProvider time)
    {
        _journal = journal;
        _summary = summary;
        _rules = rules;
        _row = row;
        _lease = lease;
        _foresight = foresight;
        _time = time;
        _renewal = time.CreateTimer(
            static state => _ = ((SqliteJournalRun)state!).RenewInTimeAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _renewal.Change(lease.RenewEvery, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public bool HoldsLease => _lease.IsHeld;

    /// <inheritdoc />
    public ClaimAnswer Foresee(OrderClaim order) => _foresight.Of(order, _rules, _row);

    /// <inheritdoc />
    public async Task<bool> RenewAsync()
    {
        if (_lease.IsLost)
        {
            return false;
        }

        LeaseTerm term = _lease.Next();
        return Took(term, await _journal.Writer.WriteAsync(connection => RunRows.Renew(connection, _row, term.Until)).ConfigureAwait(false));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ClaimAnswer>> ClaimAsync(IReadOnlyList<OrderClaim> orders, bool claimsFollow = false)
    {
        long[] scopes = ScopesOf(orders);
        bool renew = !_lease.IsHeld;
        LeaseTerm term = _lease.Next();
        BatchClaim claim = new(_journal.Path, _row, _rules, orders, scopes, operation => _scopes[operation].Scope, _inHand);
        bool renewed;
        try
        {
            renewed = await _journal.Writer.WriteAsync(connection =>
                (!renew || (!_lease.IsLost && RunRows.Renew(connection, _row, term.Until)))
                && claim.Write(_journal.Orders(connection), _time.GetUtcNow()), canWait: claimsFollow).ConfigureAwait(false);
        }
        catch
        {
            claim.Forget();
            throw;
        }

        if (!renewed)
        {
            _lease.Lose();
            throw new StoreException(
                "JournalLeaseLost",
                _journal.Path,
                $"This run was silent for longer than its lease in '{_journal.Path}', and another run has taken over orders that it had in hand.",
                "Run it again: what the other run sent is known by then.");
        }

        if (renew)
        {
            _lease.Take(term);
        }

        return claim.Answers;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<int>> SettleAsync(IReadOnlyList<SettledOrder> orders, bool claimsFollow = false)
    {
        long[] scopes = new long[orders.Count];
        for (int i = 0; i < scopes.Length; i++)
        {
            scopes[i] = _scopes[orders[i].Operation].Row;
        }

        BatchOutcome outcome = new(_row, orders, scopes, _inHand);
        return _journal.Writer.WriteAsync(connection => outcome.Write(_journal.Orders(connection), StoreTime.Of(_time.GetUtcNow())), canWait: claimsFollow);
    }

    /// <inheritdoc />
    public void End(RunSummary summary)
    {
        _ended = true;
        _renewal.Dispose();
        _journal.Writer.Write(connection =>
        {
            RunRows.End(connection, _row, summary, _time.GetUtcNow());
            return true;
        });
        _inHand.Clear();
    }

    public void Dispose()
    {
        _renewal.Dispose();
        _foresight.Dispose();
        if (_ended)
        {
            return;
        }

        _ended = true;
        try
        {
            // Left without a word, by a defect: nothing goes out any more, and nobody is to wait for it.
            _lease.Lose();
            _journal.Writer.Write(connection =>
            {
                RunRows.EndKilled(connection, _row);
                return true;
            });
        }
        catch (StoreException)
        {
            // The lease runs out.
        }
    }

    private long[] ScopesOf(IReadOnlyList<OrderClaim> orders)
    {
        long[] scopes = new long[orders.Count];
        for (int i = 0; i < scopes.Length; i++)
        {
            string operation = orders[i].Operation;
            if (!_scopes.TryGetValue(operation, out KnownScope? known))
            {
                // In a commit of its own, once a run and operation: what is remembered must be there.
                JournalScope scope = JournalScope.Of(_summary, operation);
                _scopes[operation] = known = new KnownScope(_journal.Writer.Write(connection => ScopeRows.FindOrAdd(connection, scope)), scope);
            }

            scopes[i] = known.Row;
        }

        return scopes;
    }

    private async Task RenewInTimeAsync()
    {
        try
        {
            await RenewAsync().ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // The claims say so, and the lease runs out.
        }
        finally
        {
            if (!_ended && !_lease.IsLost)
            {
                _renewal.Change(_lease.RenewEvery, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private bool Took(LeaseTerm term, bool renewed)
    {
        if (renewed)
        {
            _lease.Take(term);
        }
        else if (!_ended)
        {
            _lease.Lose();
        }

        return renewed;
    }

    private sealed record KnownScope(long Row, JournalScope Scope);
}
