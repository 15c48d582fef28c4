using System;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Keeps the counts on a run's row with every batch, so that a killed run's are right, too.</summary>
internal sealed class RunCounter : IDisposable
{
    private readonly RawStatement _claims;
    private readonly RawStatement _outcomes;

    public RunCounter(SqliteConnection connection)
    {
        _claims = new(
            connection,
            "UPDATE run SET sending=sending+?2, skipped=skipped+?3, unknown=unknown+?4, not_sent=not_sent+?5, " +
            "first_sent=min(coalesce(first_sent, ?6), ?6), last_sent=max(coalesce(last_sent, ?6), ?6), " +
            "first_order=coalesce(min(first_order, ?7), first_order, ?7), last_order=coalesce(max(last_order, ?8), last_order, ?8) WHERE id=?1");
        string counts = string.Join(", ", RunRows.Counts.Select((count, place) => FormattableString.Invariant($"{count.Column}={count.Column}+?{place + 3}")));
        _outcomes = new(connection, $"UPDATE run SET sending=sending-?2, {counts} WHERE id=?1");
    }

    /// <summary>Counts what was claimed and what was not.</summary>
    /// <param name="run">The run's row.</param>
    /// <param name="now">The moment.</param>
    /// <param name="claimed">To be sent: the row of the first, and how many.</param>
    /// <param name="skipped">Accepted before.</param>
    /// <param name="unknown">Unknown before.</param>
    /// <param name="held">In other hands.</param>
    public void CountClaims(long run, long now, (long First, int Count) claimed, int skipped, int unknown, int held) => _claims
        .With(1, run)
        .With(2, claimed.Count)
        .With(3, skipped)
        .With(4, unknown)
        .With(5, held)
        .With(6, now)
        .With(7, claimed.Count == 0 ? null : claimed.First)
        .With(8, claimed.Count == 0 ? null : claimed.First + claimed.Count - 1)
        .Run();

    /// <summary>Counts what was settled.</summary>
    /// <param name="run">The run's row.</param>
    /// <param name="sent">How many of them stood as being sent.</param>
    /// <param name="counts">How many ended with which outcome, by the outcome's number.</param>
    public void CountOutcomes(long run, int sent, int[] counts)
    {
        _outcomes.With(1, run).With(2, sent);
        for (int i = 0; i < RunRows.Counts.Count; i++)
        {
            _outcomes.With(i + 3, counts[(int)RunRows.Counts[i].Outcome]);
        }

        _outcomes.Run();
    }

    public void Dispose()
    {
        _claims.Dispose();
        _outcomes.Dispose();
    }
}
