using System;
using System.IO;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>
/// Who consumes the inbox. A locked file beside it ends with its process, in another container too; the row says who
/// it is, and holds where files can't be locked.
/// </summary>
internal static class ConsumerClaim
{
    /// <summary>Locks the file.</summary>
    /// <returns><see langword="null"/> if somebody else has locked it.</returns>
    public static FileStream? Lock(string inboxPath)
    {
        string path = inboxPath + ".consumer";
        OwnerOnly.MakeFile(path);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Claims the row, within a transaction and with the file locked.</summary>
    /// <returns>The one that holds it; <see langword="null"/> if it is this process's now.</returns>
    public static ProcessIdentity? Claim(SqliteConnection connection)
    {
        ProcessIdentity self = ProcessIdentity.Current;
        if (Owner(connection) is { } owner && owner.IsAlive() && (owner.ProcessId, owner.StartTicks) != (self.ProcessId, self.StartTicks))
        {
            return owner;
        }

        connection.Execute(
            "INSERT OR REPLACE INTO consumer (id, process_id, start_ticks, boot_id, host, started_at) VALUES (1, $process, $start, $boot, $host, $at)",
            ("$process", self.ProcessId),
            ("$start", self.StartTicks),
            ("$boot", self.BootId),
            ("$host", self.Host),
            ("$at", self.StartedAt.ToUnixTimeMilliseconds()));
        DeliveryMarks.GiveBack(connection);
        return null;
    }

    /// <summary>Who stands in the row.</summary>
    public static ProcessIdentity? Owner(SqliteConnection connection)
    {
        using SqliteCommand command = connection.Make("SELECT process_id, start_ticks, boot_id, host, started_at FROM consumer");
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new ProcessIdentity(
                reader.GetInt32(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)))
            : null;
    }

    /// <summary>Gives it back.</summary>
    public static int Release(SqliteConnection connection) => connection.Execute(
        "DELETE FROM consumer WHERE process_id=$process AND start_ticks=$start",
        ("$process", ProcessIdentity.Current.ProcessId),
        ("$start", ProcessIdentity.Current.StartTicks));
}
