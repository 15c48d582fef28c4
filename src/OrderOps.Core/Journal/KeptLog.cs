using System;
using System.IO;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderOps.Journal;

/// <summary>
/// A log that stays beside its file when that is closed: the next one to write overwrites it, which takes the disk half as
/// long as making it anew. All of it is in the file by then, and it counts as empty: were it still valid, SQLite would bring
/// it into a backup that is put in the file's place.
/// </summary>
internal static class KeptLog
{
    // SQLite takes a log for empty that does not begin with its magic number (https://www.sqlite.org/fileformat2.html#walformat).
    private const int HeaderSize = 32;

    // In bytes; a longer one is left to SQLite, which deletes it.
    private const int AtMost = 32 * 1024 * 1024;

    // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE.
    private const int LeaveLogOnClose = 1006;

    /// <summary>
    /// Brings the log into the file and keeps it empty, if no other connection is open: in this process or another one. Only
    /// right before the connection is closed, as nobody else gets in any more.
    /// </summary>
    /// <param name="connection">The last connection, which writes.</param>
    /// <param name="path">The file.</param>
    /// <returns>Whether it did; else closing does with the log what SQLite always does.</returns>
    public static bool Leave(SqliteConnection connection, string path)
    {
        try
        {
            // Whoever begins to write in this mode needs the file for itself alone, and goes on having it until it closes.
            raw.sqlite3_busy_timeout(connection.Handle, 0);
            connection.Execute("PRAGMA locking_mode=EXCLUSIVE");
            if (raw.sqlite3_exec(connection.Handle, WriteLock.Statement) != raw.SQLITE_OK || raw.sqlite3_exec(connection.Handle, "COMMIT") != raw.SQLITE_OK)
            {
                return false;
            }

            if (!IsInFile(connection) || !Empty(LogOf(path)))
            {
                return false;
            }

            return raw.sqlite3_db_config(connection.Handle, LeaveLogOnClose, 1, out _) == raw.SQLITE_OK;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a file's log holds nothing, or there is none, so that the file alone is all.</summary>
    public static bool IsEmpty(string path)
    {
        FileInfo log = new(LogOf(path));
        if (!log.Exists || log.Length < HeaderSize)
        {
            return true;
        }

        try
        {
            using FileStream file = new(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            byte[] magic = new byte[4];
            return file.Read(magic, 0, magic.Length) < magic.Length || BitConverter.ToInt32(magic, 0) == 0;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string LogOf(string path) => path + "-wal";

    private static bool IsInFile(SqliteConnection connection)
    {
        using SqliteCommand command = connection.Make("PRAGMA wal_checkpoint(PASSIVE)");
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt64(0) == 0 && reader.GetInt64(1) >= 0 && reader.GetInt64(1) == reader.GetInt64(2);
    }

    private static bool Empty(string log)
    {
        FileInfo file = new(log);
        if (!file.Exists || file.Length is < HeaderSize or > AtMost)
        {
            return false;
        }

        using FileStream stream = new(log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
        stream.Write(new byte[HeaderSize], 0, HeaderSize);
        return true;
    }
}
