using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>Writes the rows of runs, within the transaction that is open.</summary>
internal static class RunRows
{
    /// <summary>The columns of the counts, each by its outcome.</summary>
    public static IReadOnlyList<(Outcome Outcome, string Column)> Counts { get; } =
    [
        (Outcome.Accepted, "accepted"), (Outcome.Duplicate, "duplicate"), (Outcome.Rejected, "rejected"), (Outcome.Invalid, "invalid"),
        (Outcome.Unknown, "unknown"), (Outcome.Skipped, "skipped"), (Outcome.NotSent, "not_sent"),
    ];

    /// <summary>Writes a run that begins.</summary>
    /// <returns>Its row.</returns>
    public static long Add(SqliteConnection connection, RunSummary run, DateTimeOffset leaseUntil)
    {
        ProcessIdentity self = ProcessIdentity.Current;
        connection.Execute(
            "INSERT INTO run (run_id, command, service, base_address, connection, environment, account, note, module_version, host, " +
            "process_id, start_ticks, boot_id, process_host, process_started, lease_until, started) VALUES ($run, $command, $service, $address, " +
            "$connection, $environment, $account, $note, $version, $host, $process, $start, $boot, $processHost, $processStarted, $until, $started)",
            ("$run", run.RunId),
            ("$command", run.Command),
            ("$service", run.Service),
            ("$address", run.BaseAddress is { } address ? JournalScope.AddressOf(address) : null),
            ("$connection", run.Connection),
            ("$environment", run.Environment),
            ("$account", run.Account),
            ("$note", run.Note),
            ("$version", run.ModuleVersion),
            ("$host", run.Host),
            ("$process", self.ProcessId),
            ("$start", self.StartTicks),
            ("$boot", self.BootId),
            ("$processHost", self.Host),
            ("$processStarted", StoreTime.Of(self.StartedAt)),
            ("$until", StoreTime.Of(leaseUntil)),
            ("$started", StoreTime.Of(run.Started)));
        return (long)connection.Scalar("SELECT last_insert_rowid()")!;
    }

    /// <summary>Renews a lease, unless orders were taken over or the run was declared dead.</summary>
    /// <returns>Whether it is renewed.</returns>
    public static bool Renew(SqliteConnection connection, long run, DateTimeOffset until) => connection.Execute(
        "UPDATE run SET lease_until=$until WHERE id=$run AND ended_by IS NULL AND " + Untouched,
        ("$until", StoreTime.Of(until)),
        ("$run", run)) == 1;

    /// <summary>Writes how a run ended; what it still holds becomes Unknown.</summary>
    public static void End(SqliteConnection connection, long run, RunSummary summary, DateTimeOffset now)
    {
        LeaveUnknown(connection, run);
        connection.Execute(
            "UPDATE run SET ended=$ended, ended_by=$by, failure=$failure, configuration_failed=$configuration, note=$note, account=$account, " +
            "requests=$requests, blank_rows=$blank, unread_files=$unread, sending=0, " +
            $"{string.Join(", ", Counts.Select(count => $"{count.Column}=${count.Column}"))} WHERE id=$run",
            [
                ("$ended", StoreTime.Of(summary.Ended ?? now)),
                ("$by", summary.EndedBy),
                ("$failure", summary.Failure),
                ("$configuration", summary.ConfigurationFailed ? 1 : 0),
                ("$note", summary.Note),
                ("$account", summary.Account),
                ("$requests", summary.Requests),
                ("$blank", summary.BlankRows),
                ("$unread", summary.UnreadFiles),
                ("$run", run),
                .. Counts.Select(count => ("$" + count.Column, (object?)summary[count.Outcome])),
            ]);
    }

    /// <summary>Writes that a run ended without a word.</summary>
    public static void EndKilled(SqliteConnection connection, long run)
    {
        LeaveUnknown(connection, run);
        connection.Execute("UPDATE run SET ended_by='Killed', unknown=unknown+sending, sending=0 WHERE id=$run", ("$run", run));
    }

    /// <summary>Where a run's orders are.</summary>
    /// <returns>Its row and those of the first and last order that it claimed; nothing where there is no such run or it claimed nothing.</returns>
    public static (long Row, long First, long Last)? SpanOf(SqliteConnection connection, string runId)
    {
        using SqliteCommand command = connection.Make("SELECT id, first_order, last_order FROM run WHERE run_id=$run AND first_order IS NOT NULL", ("$run", runId));
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    /// <summary>The rows of the runs that live.</summary>
    public static IReadOnlyCollection<long> Living(SqliteConnection connection, DateTimeOffset now) =>
        [.. Unended(connection).Where(run => run.Owner.Lives(now)).Select(run => run.Row)];

    /// <summary>Ends the runs whose process is dead, or has been silent for long: what they had in hand is Unknown.</summary>
    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="silentSince">Leases that ran out before this moment are not waited for any more.</param>
    public static void EndDead(SqliteConnection connection, DateTimeOffset silentSince)
    {
        foreach ((long row, RunOwner owner) in Unended(connection))
        {
            if (!owner.Lives(silentSince))
            {
                EndKilled(connection, row);
            }
        }
    }

    private static List<(long Row, RunOwner Owner)> Unended(SqliteConnection connection)
    {
        List<(long, RunOwner)> runs = [];
        using RawStatement statement = new(connection, $"SELECT r.id, {RunOwner.Columns} FROM run r WHERE r.ended_by IS NULL");
        while (statement.Next())
        {
            runs.Add((statement.Number(0), RunOwner.Read(statement, 1)));
        }

        return runs;
    }

    private const string Untouched = $"sending=(SELECT count(*) FROM {InHand})";

    // The orders that stand as being sent by a run.
    private const string InHand =
        "claim c INDEXED BY claim_open CROSS JOIN orders o NOT INDEXED " +
        "WHERE c.run=$run AND c.state=7 AND o.id BETWEEN c.first AND c.last AND o.claim=c.id AND o.state IS NULL";

    private static void LeaveUnknown(SqliteConnection connection, long run) => connection.Execute(
        $"UPDATE orders SET state=4, message=$message WHERE id IN (SELECT o.id FROM {InHand}); " +
        $"DELETE FROM claim WHERE run=$run AND state=7 AND {ClaimRows.Empty}; UPDATE claim SET state=0 WHERE run=$run AND state=7",
        ("$message", OrderRow.LostMessage),
        ("$run", run));
}
