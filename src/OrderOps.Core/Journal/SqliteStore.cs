using System;
using System.Diagnostics;
using System.IO;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderOps.Journal;

/// <summary>
/// A store in one SQLite file: made for its owner only, on a local disk, migrated, checked after an unclean end, and
/// written by one thread that puts what came together into one commit.
/// </summary>
internal sealed class SqliteStore : IDisposable
{
    // In milliseconds.
    private const int Pause = 5;

    private readonly SqliteConnections _connections;
    private readonly StoreOptions _options;
    private readonly Patience _patience;
    private long _mark = -1;
    private SqliteConnection? _writing;
    private Checkpoints? _checkpoints;

    private SqliteStore(StoreOptions options)
    {
        _options = options;
        _patience = new Patience(options.BusyTimeout, options.Stop);
        _connections = new SqliteConnections(options);
    }

    /// <summary>The file.</summary>
    public string Path => _options.Path;

    /// <summary>Whether another process ended without closing the file, so that it was checked.</summary>
    public bool WasUnclean { get; private set; }

    /// <summary>Puts work of several callers into one commit; none where the store was opened for looking only.</summary>
    public GroupWriter? Writer { get; private set; }

    /// <summary>Opens a store, and makes it where there is none.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public static SqliteStore Open(StoreOptions options)
    {
        SqliteStore store = new(options);
        try
        {
            store.Start();
            return store;
        }
        catch (SqliteException e)
        {
            store.Dispose();
            throw SqliteFailure.Of(e, options.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            store.Dispose();
            (string id, _, string remedy) = SqliteFailure.Meaning(14);
            throw new StoreException(id, options.Path, e.Message, remedy, e);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Looks into it beside the writer.</summary>
    public StoreReader NewReader() => new(_options);

    /// <summary>A connection that only reads.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public SqliteConnection OpenReader()
    {
        try
        {
            return _connections.Read();
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Of(e, Path);
        }
    }

    /// <summary>
    /// After a removal was committed: writes the file anew without what was removed, of which pages can keep copies where
    /// rows have moved, and empties its log. Others that write wait meanwhile.
    /// </summary>
    /// <returns>Whether it did; not where the disk has no room for it, or another process reads or writes without a pause.</returns>
    public bool Compact() => Repeat(static connection => raw.sqlite3_exec(connection.Handle, "VACUUM")) && EmptyLog();

    /// <summary>After a removal was committed: brings the file up to date and empties its log, where the former content still stands.</summary>
    /// <returns>Whether it did; not where another process reads without a pause.</returns>
    public bool EmptyLog() => Repeat(static connection => connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is 0L ? raw.SQLITE_OK : raw.SQLITE_BUSY);

    public void Dispose()
    {
        Writer?.Dispose();
        _checkpoints?.Dispose();
        _checkpoints = null;
        Close();
        _patience.Dispose();
    }

    private void Close()
    {
        if (_writing is { } connection)
        {
            _writing = null;
            try
            {
                if (_mark >= 0)
                {
                    OpenMarks.Remove(connection, _patience, _mark);
                }
            }
            catch (SqliteException)
            {
                // The disk is full or the file is locked: the next one to open it checks it, which does no harm.
            }
            finally
            {
                if (_options.KeepsLog && _mark >= 0)
                {
                    KeptLog.Leave(connection, Path);
                }

                connection.Dispose();
            }
        }
    }

    private void Start()
    {
        string folder = System.IO.Path.GetDirectoryName(Path)!;
        if (_options.ReadOnly)
        {
            using StoreReader reader = new(_options);
            reader.Look(connection => StoreMigration.Check(connection, _options));
            return;
        }

        // Before anything is made there; a folder that is not there yet is judged by the one that will hold it.
        NetworkFolder.Refuse(Existing(folder));
        OwnerOnly.MakeFolder(folder);
        OwnerOnly.MakeFile(Path);
        _writing = _connections.Write();
        StoreMigration.Run(_writing, _options, _patience, _connections.Read);
        _mark = OpenMarks.Set(_writing, _patience, out bool unclean);
        WasUnclean = unclean;
        Writer = new GroupWriter(_writing, Path, _patience);
        Checkpoints checkpoints = _checkpoints = new Checkpoints(_writing, _options.PagesToCheckpoint, _connections.Read);
        Writer.Ended += _ => checkpoints.Note();
    }

    // As long as it is another process that is in the way: SQLite's own wait can't be ended.
    private bool Repeat(Func<SqliteConnection, int> run)
    {
        try
        {
            using SqliteConnection connection = _connections.Read();
            raw.sqlite3_busy_timeout(connection.Handle, 0);
            Stopwatch waited = Stopwatch.StartNew();
            int code;
            while (((code = run(connection)) & 0xFF) == raw.SQLITE_BUSY && _patience.Wait(waited, Pause))
            {
            }

            return code == raw.SQLITE_OK;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static string Existing(string folder)
    {
        string existing = folder;
        while (!Directory.Exists(existing) && System.IO.Path.GetDirectoryName(existing) is { Length: > 0 } parent)
        {
            existing = parent;
        }

        return existing;
    }
}
