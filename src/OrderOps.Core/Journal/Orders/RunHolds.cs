using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Whether runs still have in hand what stands as being sent, each asked once until <see cref="Forget"/>.</summary>
internal sealed class RunHolds : IDisposable
{
    private readonly RawStatement _find;
    private readonly TimeProvider _time;
    private readonly Dictionary<long, ClaimHold> _known = [];

    public RunHolds(SqliteConnection connection, TimeProvider time)
    {
        _time = time;
        _find = new(connection, "SELECT ended_by IS NULL, process_id, start_ticks, boot_id, process_host, lease_until FROM run WHERE id=?1");
    }

    /// <summary>Begins anew: what was alive can be dead by now.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Whether an order is in somebody's hands.</summary>
    /// <param name="state">How it stands.</param>
    /// <param name="run">The row of the run that had it last.</param>
    public ClaimHold Of(long state, long run)
    {
        if (state != OrderState.Sending)
        {
            return ClaimHold.None;
        }

        if (!_known.TryGetValue(run, out ClaimHold hold))
        {
            _known[run] = hold = Look(run);
        }

        return hold;
    }

    public void Dispose() => _find.Dispose();

    private ClaimHold Look(long run)
    {
        _find.With(1, run);
        try
        {
            return _find.Next() && _find.Number(0) != 0 && Lives(_find, 1, _time.GetUtcNow()) ? ClaimHold.Held : ClaimHold.Lost;
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>Whether a run that has not ended lives, and its lease holds.</summary>
    /// <param name="statement">Stands at the run.</param>
    /// <param name="column">The first of process_id, start_ticks, boot_id, process_host, lease_until.</param>
    /// <param name="now">The moment.</param>
    public static bool Lives(RawStatement statement, int column, DateTimeOffset now)
    {
        ProcessIdentity owner = new(
            (int)statement.Number(column), statement.Number(column + 1), statement.Text(column + 2) ?? "", statement.Text(column + 3) ?? "", default);
        return statement.Number(column + 4) > StoreTime.Of(now) && owner.Look() != ProcessLife.Dead;
    }
}
