using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>
/// One thread that owns the writing connection. What waits when a commit is done goes into the next transaction
/// together, so that the disk is asked once for all of it.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    // More would make the first of a group wait longer than it saves the last.
    private const int MostInOneGroup = 512;

    // In milliseconds: long enough for the next work to come, too short to be noticed.
    private const int LongestDelay = 2;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly Patience _patience;
    private readonly RawStatement _begin;
    private readonly RawStatement _commit;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private readonly List<IDisposable> _kept = [];
    private List<IWork> _waiting = [];
    private bool _closed;
    private bool _urgent;

    public GroupWriter(SqliteConnection connection, string path, Patience patience)
    {
        _connection = connection;
        _path = path;
        _patience = patience;
        _begin = new RawStatement(connection, WriteLock.Statement);
        _commit = new RawStatement(connection, "COMMIT");
        _thread = new Thread(Run) { IsBackground = true, Name = "OrderOps store" };
        _thread.Start();
    }

    private interface IWork
    {
        void Do(SqliteConnection connection);

        void Settle(Exception? failure);
    }

    /// <summary>Raised on the writer's thread at the end of each transaction, before its callers know: whether it was committed.</summary>
    public event Action<bool>? Ended;

    /// <summary>Runs a function within the next transaction; the task ends after its commit.</summary>
    /// <param name="write">The function.</param>
    /// <param name="canWait">Whether a transaction for it alone may wait a moment for other work to share the commit with.</param>
    /// <exception cref="StoreException">It could not be committed, and nothing of it stays.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, bool canWait = false)
    {
        Work<T> work = new(write);
        lock (_gate)
        {
            if (_closed)
            {
                throw new StoreException("StoreClosed", _path, $"'{_path}' was closed.", "Open it again.");
            }

            _waiting.Add(work);
            _urgent |= !canWait;
            if (_waiting.Count == 1 || !canWait)
            {
                Monitor.Pulse(_gate);
            }
        }

        return work.Task;
    }

    /// <summary>Runs a function within the next transaction, and waits for its commit.</summary>
    /// <exception cref="StoreException">It could not be committed, and nothing of it stays.</exception>
    // The writer's thread is its own and never waits for a caller.
    public T Write<T>(Func<SqliteConnection, T> write) => WriteAsync(write).GetAwaiter().GetResult();

    /// <summary>Keeps what belongs to the connection, such as its statements, until the writer ends. Only within a write.</summary>
    public T Keep<T>(T part)
        where T : IDisposable
    {
        _kept.Add(part);
        return part;
    }

    /// <summary>Finishes what waits and takes nothing more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
            _begin.Dispose();
            _commit.Dispose();
        }
    }

    private void Run()
    {
        while (Next() is { } group)
        {
            for (int from = 0; from < group.Count; from += MostInOneGroup)
            {
                Commit(group.GetRange(from, Math.Min(MostInOneGroup, group.Count - from)));
            }
        }

        // A statement that is not disposed keeps the file open.
        _kept.ForEach(static part => part.Dispose());
    }

    private List<IWork>? Next()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }

            if (!_urgent && !_closed)
            {
                Monitor.Wait(_gate, LongestDelay);
            }

            _urgent = false;
            List<IWork> group = _waiting;
            _waiting = [];
            return group;
        }
    }

    private void Commit(List<IWork> group)
    {
        Exception? failure = Try(group);
        if (failure is null or StoreException { ErrorId: "StoreFull" or "StoreLocked" } || group.Count == 1)
        {
            group.ForEach(work => work.Settle(failure));
            return;
        }

        // One that can't be written must not take the others with it.
        foreach (IWork work in group)
        {
            work.Settle(Try([work]));
        }
    }

    private Exception? Try(List<IWork> group)
    {
        Exception? failure = TryWrite(group);
        Ended?.Invoke(failure is null);
        return failure;
    }

    private Exception? TryWrite(List<IWork> group)
    {
        try
        {
            WriteLock.Take(_connection, _patience, _begin);
            foreach (IWork work in group)
            {
                work.Do(_connection);
            }

            _commit.Run();
            return null;
        }
#pragma warning disable CA1031 // The thread has to outlive whatever a caller's work throws.
        catch (Exception e)
#pragma warning restore CA1031
        {
            StoreMigration.TryRollback(_connection);
            return e is SqliteException failure ? SqliteFailure.Of(failure, _path) : e;
        }
    }

    private sealed class Work<T>(Func<SqliteConnection, T> write) : IWork
    {
        // Callers must not run on the writer's thread.
        private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _source.Task;

        public void Do(SqliteConnection connection) => _result = write(connection);

        public void Settle(Exception? failure)
        {
            if (failure is null)
            {
                _source.TrySetResult(_result!);
            }
            else
            {
                _source.TrySetException(failure);
            }
        }
    }
}
