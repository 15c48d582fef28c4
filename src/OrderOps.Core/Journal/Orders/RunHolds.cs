using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Whether runs still have in hand what stands as being sent, each asked once until <see cref="Forget"/>.</summary>
internal sealed class RunHolds : IDisposable
{
    private readonly RawStatement _find;
    private readonly TimeProvider _time;
    private readonly Dictionary<long, (ClaimHold Hold, string? Holder)> _known = [];

    public RunHolds(SqliteConnection connection, TimeProvider time)
    {
        _time = time;
        _find = new(connection, $"SELECT ended_by IS NULL, {RunOwner.Columns} FROM run r WHERE id=?1");
    }

    /// <summary>Begins anew: what was alive can be dead by now.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Whether an order is in somebody's hands.</summary>
    /// <param name="state">How it stands.</param>
    /// <param name="run">The row of the run that had it last.</param>
    /// <param name="holder">Who has it in hand; nothing unless it is held.</param>
    public ClaimHold Of(long state, long run, out string? holder)
    {
        if (state != OrderState.Sending)
        {
            holder = null;
            return ClaimHold.None;
        }

        if (!_known.TryGetValue(run, out (ClaimHold Hold, string? Holder) known))
        {
            _known[run] = known = Look(run);
        }

        holder = known.Holder;
        return known.Hold;
    }

    public void Dispose() => _find.Dispose();

    private (ClaimHold Hold, string? Holder) Look(long run)
    {
        _find.With(1, run);
        try
        {
            if (!_find.Next() || _find.Number(0) == 0)
            {
                return (ClaimHold.Lost, null);
            }

            RunOwner owner = RunOwner.Read(_find, 1);
            return owner.Lives(_time.GetUtcNow()) ? (ClaimHold.Held, owner.Process.ToString()) : (ClaimHold.Lost, null);
        }
        finally
        {
            _find.Reset();
        }
    }
}
