using System;
using System.Globalization;
using System.IO;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Brings a file to the schema's version: in one transaction, after a copy of the file.</summary>
internal static class StoreMigration
{
    /// <summary>Migrates what is older, and refuses what is newer or another program's.</summary>
    /// <param name="connection">A connection that writes.</param>
    /// <param name="options">The store.</param>
    /// <param name="patience">How long to wait for another process's transaction.</param>
    /// <param name="openCopy">Opens another connection for the backup.</param>
    public static void Run(SqliteConnection connection, StoreOptions options, Patience patience, Func<SqliteConnection> openCopy)
    {
        if (Check(connection, options) == options.Schema.Version)
        {
            return;
        }

        WriteLock.Take(connection, patience);
        try
        {
            // Another process can have been here in the meantime.
            int version = Check(connection, options);
            if (version > 0 && version < options.Schema.Version)
            {
                Backup(options, version, openCopy);
            }

            for (; version < options.Schema.Version; version++)
            {
                connection.Execute(options.Schema.Migrations[version]);
            }

            connection.Execute(FormattableString.Invariant(
                $"PRAGMA application_id={options.Schema.ApplicationId}; PRAGMA user_version={options.Schema.Version}"));
            connection.Execute("COMMIT");
        }
        catch
        {
            TryRollback(connection);
            throw;
        }
    }

    /// <summary>The file's version, if it is one that can be used.</summary>
    /// <exception cref="StoreException">It is newer, or another program's; where it is only looked at, also if it is older or empty.</exception>
    public static int Check(SqliteConnection connection, StoreOptions options)
    {
        int application = Convert.ToInt32(connection.Scalar("PRAGMA application_id"), CultureInfo.InvariantCulture);
        int version = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        bool empty = version == 0 && application == 0
            && Convert.ToInt64(connection.Scalar("SELECT count(*) FROM sqlite_master"), CultureInfo.InvariantCulture) == 0;
        if (!empty && application != options.Schema.ApplicationId)
        {
            throw new StoreException(
                "StoreForeign", options.Path, $"'{options.Path}' is another program's database, not an {options.Schema.Name} of OrderOps.", "Name another file.");
        }

        if (version > options.Schema.Version)
        {
            throw new StoreException(
                "StoreNewer",
                options.Path,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "'{0}' has schema version {1}; this version of OrderOps knows {2} at most, and leaves it as it is.",
                    options.Path,
                    version,
                    options.Schema.Version),
                "Update OrderOps, or name another file.");
        }

        if (options.ReadOnly && empty)
        {
            // Whoever made the file died before the first thing was written into it.
            throw SqliteConnections.Missing(options);
        }

        if (options.ReadOnly && version < options.Schema.Version)
        {
            throw new StoreException(
                "StoreOlder",
                options.Path,
                $"'{options.Path}' was made by an older version of OrderOps and was not migrated yet.",
                "Run a command that writes to it once; it makes a backup and migrates the file.");
        }

        return version;
    }

    /// <summary>Rolls back where there is still a transaction: SQLite ends it itself after some failures.</summary>
    public static void TryRollback(SqliteConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
        }
    }

    private static void Backup(StoreOptions options, int version, Func<SqliteConnection> openCopy)
    {
        string path = string.Format(
            CultureInfo.InvariantCulture, "{0}.v{1}-{2:yyyyMMdd'T'HHmmss'Z'}.bak", options.Path, version, options.Time.GetUtcNow());
        string part = path + ".part";
        OwnerOnly.MakeFile(part);

        // A copy of the file alone would lack what is still in the log.
        using (SqliteConnection from = openCopy())
        using (SqliteConnection to = new(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            to.Open();
            from.BackupDatabase(to);
        }

        File.Delete(path);
        File.Move(part, path);
    }
}
