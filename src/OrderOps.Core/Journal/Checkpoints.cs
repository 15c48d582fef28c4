using System;
using System.Threading;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderOps.Journal;

/// <summary>
/// Brings what stands in the log into the file, on a thread and a connection of its own, while the writer goes on: its
/// commits would wait for all of that else. Under a load that never pauses the log is not used anew by this alone, so the
/// writer does what is left when it has become four times as long.
/// </summary>
internal sealed class Checkpoints : IDisposable
{
    /// <summary>How long the log may be, in pages, until the writer sees to it itself: 16 MiB.</summary>
    public const int PagesAtMost = 4 * Pages;

    // 4 MiB. More outgrows the processor's caches before it is read again: 32 MiB cost more work, and 40 ms each time
    // (measured with postings of 6 kB, 10,000 a second).
    private const int Pages = 1000;

    // SQLITE_DBSTATUS_CACHE_WRITE: pages that a connection wrote.
    private const int PagesWritten = 9;

    private readonly SqliteConnection _writing;
    private readonly Func<SqliteConnection> _open;
    private readonly AutoResetEvent _due = new(false);
    private Thread? _thread;
    private int _written;
    private volatile bool _closed;

    /// <summary>Makes them.</summary>
    /// <param name="writing">The writer's connection.</param>
    /// <param name="open">Opens one beside it.</param>
    public Checkpoints(SqliteConnection writing, Func<SqliteConnection> open)
    {
        _writing = writing;
        _open = open;
    }

    /// <summary>Called on the writer's thread after each transaction.</summary>
    public void Note()
    {
        raw.sqlite3_db_status(_writing.Handle, PagesWritten, out int written, out _, 1);
        _written += written;
        if (_written < Pages)
        {
            return;
        }

        _written = 0;
        _due.Set();
        if (_thread is null)
        {
            _thread = new Thread(Run) { IsBackground = true, Name = "OrderOps checkpoints" };
            _thread.Start();
        }
    }

    /// <summary>Ends the thread. Only after the writer's.</summary>
    public void Dispose()
    {
        _closed = true;
        _due.Set();
        _thread?.Join();
        _due.Dispose();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        while (_due.WaitOne() && !_closed)
        {
            try
            {
                connection ??= Open();
                connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
#pragma warning disable CA1031 // The process must not end for it.
            catch (Exception)
#pragma warning restore CA1031
            {
                // A full disk, perhaps: the writer meets it, too, and says so, and sees to the log when it has grown.
            }
        }

        connection?.Dispose();
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = _open();
        connection.Execute("PRAGMA synchronous=FULL");
        return connection;
    }
}
