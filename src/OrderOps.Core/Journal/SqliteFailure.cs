using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>SQLite's result codes as what they mean to people.</summary>
internal static class SqliteFailure
{
    /// <summary>The failure with its remedy.</summary>
    public static StoreException Of(SqliteException failure, string path)
    {
        (string id, string what, string remedy) = Meaning(failure.SqliteErrorCode);
        return new StoreException(id, path, $"'{path}' {what} ({failure.SqliteErrorCode}/{failure.SqliteExtendedErrorCode}: {failure.Message})", remedy, failure);
    }

    /// <summary>What a result code means: the error id, the end of a sentence that begins with the file, and the remedy.</summary>
    internal static (string ErrorId, string What, string Remedy) Meaning(int code) => code switch
    {
        13 => ("StoreFull", "can't grow: the disk is full.", "Free disk space, then run it again; a posting that could not be stored is sent again by its sender."),
        5 or 6 => ("StoreLocked", "is locked by another process.", "End the process that holds it, such as a backup or a database browser."),
        8 => ("StoreReadOnly", "can't be written.", "Give this account the right to write the file and its folder."),
        3 or 14 or 23 => ("StoreUnreachable", "can't be opened.", "Check that the file and its folder exist and that this account may use them."),
        10 => ("StoreUnreadable", "can't be read or written: the disk reports an error.", "Check the disk and its free space."),
        11 => (
            "StoreDamaged",
            "is damaged.",
            "Move the file away, with its -wal file, and restore a backup; a new file is made where there is none. What a backup does not know " +
            "of would be sent again: look up in the service's panel what was sent since, before orders of that time are sent."),
        26 => ("StoreForeign", "is no SQLite file.", "Name another file."),
        _ => ("StoreFailed", "could not be used.", "Try again; if it stays, move the file away and look into it."),
    };
}
