using System;
using System.IO;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>
/// Looks into a store on a connection of its own, each look seeing all that was committed before it. A store that was
/// opened for looking only is left without a trace: SQLite would make a log beside the file even to read, so as long as
/// nothing stands in one there the file is read as one that does not change, and read again if it did.
/// </summary>
internal sealed class StoreReader(StoreOptions options) : IDisposable
{
    private const int MostTries = 5;

    private readonly SqliteConnections _connections = new(options);
    private readonly object _gate = new();
    private SqliteConnection? _connection;
    private FileTrace? _readAs;

    /// <summary>Runs a look; it must have read all that it gives back, and may run more than once.</summary>
    /// <exception cref="StoreException">The file can't be read.</exception>
    public T Look<T>(Func<SqliteConnection, T> look)
    {
        lock (_gate)
        {
            try
            {
                return options.ReadOnly ? LookWithoutTrace(look) : look(_connection ??= _connections.Read());
            }
            catch (SqliteException e)
            {
                throw SqliteFailure.Of(e, options.Path);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close();
        }
    }

    private T LookWithoutTrace<T>(Func<SqliteConnection, T> look)
    {
        for (int tries = 0; FileTrace.Of(options.Path) is { } before && tries < MostTries; tries++)
        {
            if (_readAs != before)
            {
                Close();
                _connection = _connections.ReadUnchanging();
                _readAs = before;
            }

            try
            {
                T seen = look(_connection!);
                if (FileTrace.Of(options.Path) == before)
                {
                    return seen;
                }
            }
            catch (SqliteException) when (FileTrace.Of(options.Path) != before)
            {
            }
        }

        // Somebody writes, so that the log is there already.
        if (_connection is null || _readAs is not null)
        {
            Close();
            _connection = _connections.Read();
        }

        return look(_connection);
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
        _readAs = null;
    }

    /// <summary>How a file stands that is all there is, with no log beside it or an empty one.</summary>
    private sealed record FileTrace(long Length, DateTime Written)
    {
        /// <summary>Nothing where something stands in its log, so that the file alone is not all.</summary>
        public static FileTrace? Of(string path)
        {
            if (!KeptLog.IsEmpty(path))
            {
                return null;
            }

            FileInfo file = new(path);
            return file.Exists ? new FileTrace(file.Length, file.LastWriteTimeUtc) : null;
        }
    }
}
