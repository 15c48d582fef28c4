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
    // By so much longer does the log become until the writer sees to it itself.
    private const int Patience = 4;

    // SQLITE_DBSTATUS_CACHE_WRITE: pages that a connection wrote.
    private const int PagesWritten = 9;

    private readonly SqliteConnection _writing;
    private readonly int _pages;
    private readonly Func<SqliteConnection> _open;
    private readonly AutoResetEvent _due = new(false);
    private Thread? _thread;
    private int _written;
    private volatile bool _closed;

    /// <summary>Makes them.</summary>
    /// <param name="writing">The writer's connection.</param>
    /// <param name="pages">How many pages are written between two of them.</param>
    /// <param name="open">Opens one beside it.</param>
    public Checkpoints(SqliteConnection writing, int pages, Func<SqliteConnection> open)
    {
        _writing = writing;
        _pages = pages;
        _open = open;
    }

    /// <summary>How long the log may be, in pages, until the writer sees to it itself.</summary>
    /// <param name="pages">How many pages are written between two of them.</param>
    public static int AtMost(int pages) => Patience * pages;

    /// <summary>Called on the writer's thread after each transaction.</summary>
    public void Note()
    {
        raw.sqlite3_db_status(_writing.Handle, PagesWritten, out int written, out _, 1);
        _written += written;
        if (_written < _pages)
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
