using System;

namespace OrderOps.Journal;

/// <summary>The process that a run is of, and until when it holds without a sign of life.</summary>
/// <param name="Process">The process.</param>
/// <param name="LeaseUntil">Milliseconds since 1970, UTC.</param>
internal sealed record RunOwner(ProcessIdentity Process, long LeaseUntil)
{
    public const string Columns = "r.process_id, r.start_ticks, r.boot_id, r.process_host, r.process_started, r.lease_until";

    /// <summary>Whether its process is not known to be dead, and the lease holds.</summary>
    public bool Lives(DateTimeOffset now) => LeaseUntil > StoreTime.Of(now) && Process.Look() != ProcessLife.Dead;

    /// <summary>Reads the owner of the run that a statement stands at.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="column">The first of <see cref="Columns"/>.</param>
    public static RunOwner Read(RawStatement statement, int column) => new(
        new ProcessIdentity(
            (int)statement.Number(column),
            statement.Number(column + 1),
            statement.Text(column + 2) ?? "",
            statement.Text(column + 3) ?? "",
            StoreTime.Of(statement.Number(column + 4))),
        statement.Number(column + 5));
}
