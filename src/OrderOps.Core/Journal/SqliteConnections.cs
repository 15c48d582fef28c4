using System;
using System.Globalization;
using System.IO;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Connections to one file, each set up so that a commit is on the disk when it returns.</summary>
internal sealed class SqliteConnections(StoreOptions options)
{
    // A commit writes whole pages, and each new order and shipment touches another one: larger pages cost more than they save.
    private const int PageSize = 4096;

    // A log that grew beyond this, in bytes, is cut once it begins anew.
    private const int LogAtMost = 64 * 1024 * 1024;

    /// <summary>Opens one that writes.</summary>
    public SqliteConnection Write()
    {
        SqliteConnection connection = Open(options.Path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Execute(FormattableString.Invariant($"PRAGMA page_size={PageSize}"));
            Insist(connection, "journal_mode", "wal", "wal");
            Insist(connection, "synchronous", "FULL", "2");

            // What is deleted is overwritten: from the first write on, since pages keep copies of what moved within them.
            Insist(connection, "secure_delete", "ON", "1");
            connection.Execute(FormattableString.Invariant(
                $"PRAGMA wal_autocheckpoint={Checkpoints.AtMost(options.PagesToCheckpoint)}; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit={LogAtMost}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens one that only reads; its file has to be there.</summary>
    public SqliteConnection Read()
    {
        NeedFile();
        return Open(options.Path, options.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite);
    }

    /// <summary>Opens one that reads a file as it stands now, and makes no log beside it.</summary>
    public SqliteConnection ReadUnchanging()
    {
        if (options.Path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            // SQLite takes no other machine's name in an address.
            return Read();
        }

        NeedFile();
        string path = Uri.EscapeDataString(options.Path.Replace(Path.DirectorySeparatorChar, '/')).Replace("%2F", "/").Replace("%3A", ":");
        return Open($"file:{(path[0] == '/' ? "" : "///")}{path}?immutable=1", SqliteOpenMode.ReadOnly);
    }

    /// <summary>What is said to whoever would look into a store that is not there.</summary>
    public static StoreException Missing(StoreOptions options) =>
        new("StoreMissing", options.Path, $"There is no {options.Schema.Name} at '{options.Path}'.", "Check the path; it is made by the first command that writes to it.");

    private void NeedFile()
    {
        if (!File.Exists(options.Path))
        {
            throw Missing(options);
        }
    }

    private SqliteConnection Open(string source, SqliteOpenMode mode)
    {
        NativeSqlite.Need();
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            Pooling = false,

            // Waiting is SQLite's own, and where it matters the write lock's.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(FormattableString.Invariant($"PRAGMA busy_timeout={(int)options.BusyTimeout.TotalMilliseconds}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Some file systems quietly answer with another mode.
    private void Insist(SqliteConnection connection, string pragma, string value, string wanted)
    {
        connection.Execute($"PRAGMA {pragma}={value}");
        string got = Convert.ToString(connection.Scalar($"PRAGMA {pragma}"), CultureInfo.InvariantCulture) ?? "";
        if (!string.Equals(got, wanted, StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreException(
                "StoreNotDurable",
                options.Path,
                $"'{options.Path}' does not take {pragma}={value}, but stays with '{got}': what is committed there could be lost.",
                "Name a file on a local disk.");
        }
    }
}
