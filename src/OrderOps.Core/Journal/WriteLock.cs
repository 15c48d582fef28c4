using System;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderOps.Journal;

/// <summary>Begins transactions that write, one process at a time.</summary>
internal static class WriteLock
{
    /// <summary>Begins one, or fails where somebody else is in one.</summary>
    public const string Statement = "BEGIN IMMEDIATE";

    private const int Busy = 5;
    private const int LongestWait = 5;

    /// <summary>Begins one as soon as nobody else is in one.</summary>
    /// <param name="connection">A connection that writes.</param>
    /// <param name="patience">How long to wait for others.</param>
    /// <param name="begin"><see cref="Statement"/>, prepared; nothing where it runs seldom.</param>
    /// <exception cref="SqliteException">It could not be begun in that time.</exception>
    public static void Take(SqliteConnection connection, Patience patience, RawStatement? begin = null)
    {
        sqlite3 database = connection.Handle!;

        // SQLite's own wait takes whole seconds where the native library was built without a finer clock, as the one for
        // Linux is: two processes that share a file would hardly ever meet.
        Check(raw.sqlite3_busy_timeout(database, 0), database);
        try
        {
            Stopwatch waited = Stopwatch.StartNew();
            int code;
            for (int wait = 1; ((code = begin?.Try() ?? raw.sqlite3_exec(database, Statement)) & 0xFF) == Busy && patience.Wait(waited, Math.Min(wait, LongestWait)); wait++)
            {
            }

            Check(code, database);
        }
        finally
        {
            Check(raw.sqlite3_busy_timeout(database, patience.Milliseconds), database);
        }
    }

    private static void Check(int code, sqlite3 database) => SqliteException.ThrowExceptionForRC(code, database);
}
