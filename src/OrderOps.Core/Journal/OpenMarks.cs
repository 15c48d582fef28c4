using System.Collections.Generic;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Who has the file open for writing. One that is dead and did not say good-bye ended uncleanly.</summary>
internal static class OpenMarks
{
    /// <summary>The table, for every schema's first migration.</summary>
    public const string Table =
        "CREATE TABLE opened (id INTEGER PRIMARY KEY, process_id INTEGER NOT NULL, start_ticks INTEGER NOT NULL, boot_id TEXT NOT NULL, host TEXT NOT NULL);";

    /// <summary>Says that this process has it open.</summary>
    /// <param name="connection">A connection that writes.</param>
    /// <param name="patience">How long to wait for another process's transaction.</param>
    /// <param name="unclean">Whether somebody ended without closing.</param>
    /// <returns>The mark to take away.</returns>
    public static long Set(SqliteConnection connection, Patience patience, out bool unclean)
    {
        WriteLock.Take(connection, patience);
        try
        {
            List<long> dead = Dead(connection);
            foreach (long id in dead)
            {
                connection.Execute("DELETE FROM opened WHERE id=$id", ("$id", id));
            }

            ProcessIdentity self = ProcessIdentity.Current;
            connection.Execute(
                "INSERT INTO opened (process_id, start_ticks, boot_id, host) VALUES ($process, $start, $boot, $host)",
                ("$process", self.ProcessId),
                ("$start", self.StartTicks),
                ("$boot", self.BootId),
                ("$host", self.Host));
            long mark = System.Convert.ToInt64(connection.Scalar("SELECT last_insert_rowid()"), CultureInfo.InvariantCulture);
            unclean = dead.Count > 0;
            if (unclean)
            {
                // Before the commit: whoever is stopped by the damage leaves the marks to the next one.
                QuickCheck(connection);
            }

            connection.Execute("COMMIT");
            return mark;
        }
        catch
        {
            StoreMigration.TryRollback(connection);
            throw;
        }
    }

    /// <summary>Says good-bye.</summary>
    /// <param name="connection">A connection that writes.</param>
    /// <param name="patience">How long to wait for another process's transaction.</param>
    /// <param name="mark">The mark.</param>
    public static void Remove(SqliteConnection connection, Patience patience, long mark)
    {
        WriteLock.Take(connection, patience);
        try
        {
            connection.Execute("DELETE FROM opened WHERE id=$id", ("$id", mark));
            connection.Execute("COMMIT");
        }
        catch
        {
            StoreMigration.TryRollback(connection);
            throw;
        }
    }

    private static List<long> Dead(SqliteConnection connection)
    {
        List<long> dead = [];
        using SqliteCommand command = connection.Make("SELECT id, process_id, start_ticks, boot_id, host FROM opened");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            ProcessIdentity owner = new(reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), default);
            if (!owner.IsAlive())
            {
                dead.Add(reader.GetInt64(0));
            }
        }

        return dead;
    }

    private static void QuickCheck(SqliteConnection connection)
    {
        string? found = connection.Scalar("PRAGMA quick_check(1)") as string;
        if (found != "ok")
        {
            throw new StoreException(
                "StoreDamaged", connection.DataSource, $"'{connection.DataSource}' is damaged: {found}", SqliteFailure.Meaning(11).Remedy);
        }
    }
}
