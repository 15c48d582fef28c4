using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal;

public sealed class KeptLogTests : IDisposable
{
    private static readonly StoreSchema Schema = new("journal", 0x4F6F5465, [OpenMarks.Table + "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);"]);

    private readonly TemporaryFolder _folder = new();

    private string File1 => _folder.File("store.db");

    private string Log => File1 + "-wal";

    private StoreOptions Options => new(File1, Schema) { KeepsLog = true };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_next_one_writes_over_it()
    {
        AddMany("a");
        byte[] first = File.ReadAllBytes(Log);
        Assert.Equal(new byte[32], first.Take(32));
        AddMany("b");
        byte[] second = File.ReadAllBytes(Log);
        Assert.Equal(first.Length, second.Length);
        Assert.NotEqual(first, second);
        Assert.Equal(["a", "b"], Names());
    }

    [Fact]
    public void The_file_alone_is_all()
    {
        AddMany("a");
        Assert.True(KeptLog.IsEmpty(File1));
        string copy = _folder.File("copy.db");
        File.Copy(File1, copy);
        using SqliteConnection connection = Open(copy);
        Assert.Equal("ok", connection.Scalar("PRAGMA quick_check"));
        Assert.Equal(["a"], Names(connection));
    }

    [Fact]
    public void A_backup_that_is_put_in_the_files_place_is_what_counts()
    {
        AddMany("a");
        string backup = _folder.File("backup.db");
        File.Copy(File1, backup);
        AddMany("b");
        AddMany("c");
        File.Copy(backup, File1, overwrite: true);
        using (SqliteConnection connection = Open(File1))
        {
            Assert.Equal("ok", connection.Scalar("PRAGMA quick_check"));
        }

        AddMany("d");
        Assert.Equal(["a", "d"], Names());
    }

    [Fact]
    public void Another_program_finds_all_of_it()
    {
        AddMany("a");
        using (SqliteConnection connection = Open(File1))
        {
            Assert.Equal(["a"], Names(connection));
            connection.Execute("INSERT INTO thing (name) VALUES ('b')");
        }

        Assert.False(File.Exists(Log));
        AddMany("c");
        Assert.True(File.Exists(Log));
        Assert.Equal(["a", "b", "c"], Names());
    }

    [Fact]
    public void It_is_emptied_by_the_last_one_to_close()
    {
        SqliteStore one = SqliteStore.Open(Options);
        SqliteStore other = SqliteStore.Open(Options);
        Add(one, "a");
        one.Dispose();
        Assert.False(KeptLog.IsEmpty(File1));
        Add(other, "b");
        using (SqliteStore third = SqliteStore.Open(Options))
        {
            Add(third, "c");
        }

        Assert.False(KeptLog.IsEmpty(File1));
        Add(other, "d");
        other.Dispose();
        Assert.True(KeptLog.IsEmpty(File1));
        Assert.Equal(["a", "b", "c", "d"], Names());
    }

    [Fact]
    public void Beside_somebody_who_reads_it_stays_as_it_is()
    {
        using SqliteConnection reader = Reader();
        AddMany("a");
        Assert.False(KeptLog.IsEmpty(File1));
        using (reader.BeginTransaction(deferred: true))
        {
            Assert.Equal(["a"], Names(reader));
            AddMany("b");
            Assert.Equal(["a"], Names(reader));
        }

        Assert.Equal(["a", "b"], Names(reader));
    }

    [Fact]
    public void Nobody_gets_in_between_its_emptying_and_the_end()
    {
        AddMany("a");
        SqliteConnection connection = Open(File1);
        Assert.True(KeptLog.Leave(connection, File1));
        using (SqliteConnection other = new($"Data Source={File1};Pooling=False;Default Timeout=1"))
        {
            other.Open();
            other.Execute("PRAGMA busy_timeout=0");
            Assert.Equal(5, Assert.Throws<SqliteException>(() => other.Execute("INSERT INTO thing (name) VALUES ('b')")).SqliteErrorCode);
        }

        connection.Dispose();
        AddMany("c");
        Assert.Equal(["a", "c"], Names());
    }

    [Fact]
    public void Looking_changes_nothing_of_it()
    {
        AddMany("a");
        Dictionary<string, DateTime> before = Directory.GetFiles(_folder.Path).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        using (SqliteStore store = SqliteStore.Open(Options with { ReadOnly = true }))
        using (StoreReader reader = store.NewReader())
        {
            Assert.Equal(["a"], reader.Look(Names));
        }

        Assert.Equal(before, Directory.GetFiles(_folder.Path).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    [Fact]
    public void Looking_sees_what_is_written_into_it_meanwhile()
    {
        AddMany("a");
        using SqliteStore looking = SqliteStore.Open(Options with { ReadOnly = true });
        using StoreReader reader = looking.NewReader();
        Assert.Equal(["a"], reader.Look(Names));
        using SqliteStore writing = SqliteStore.Open(Options);
        Add(writing, "b");
        Assert.Equal(["a", "b"], reader.Look(Names));
    }

    [Fact]
    public void A_long_one_is_not_kept()
    {
        using (SqliteStore store = SqliteStore.Open(Options with { PagesToCheckpoint = 100_000 }))
        {
            store.Writer!.Write(connection => connection.Execute("INSERT INTO thing (name) VALUES (hex(zeroblob(20000000)))"));
        }

        Assert.False(File.Exists(Log));
        using SqliteConnection again = Open(File1);
        Assert.Equal(40_000_000L, again.Scalar("SELECT length(name) FROM thing"));
    }

    [Fact]
    public void A_file_that_is_refused_is_left_as_it_is()
    {
        using (SqliteConnection connection = Open(File1))
        {
            connection.Execute("PRAGMA journal_mode=WAL; CREATE TABLE other (id INTEGER)");
        }

        Assert.Equal("StoreForeign", Assert.Throws<StoreException>(() => SqliteStore.Open(Options)).ErrorId);
        Assert.False(File.Exists(Log));
    }

    [Fact]
    public void What_is_emptied_on_demand_is_not_there_afterwards_either()
    {
        using (SqliteStore store = SqliteStore.Open(Options))
        {
            Add(store, "somebody's name");
            store.Writer!.Write(connection => connection.Execute("DELETE FROM thing"));
            Assert.True(store.Compact());
        }

        Assert.All(Directory.GetFiles(_folder.Path), file => Assert.DoesNotContain("somebody's name", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static void Add(SqliteStore store, string name) =>
        store.Writer!.Write(connection => connection.Execute("INSERT INTO thing (name) VALUES ($name)", ("$name", name)));

    private static string[] Names(SqliteConnection connection)
    {
        using SqliteCommand command = connection.Make("SELECT DISTINCT name FROM thing ORDER BY name");
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return [.. names];
    }

    private static SqliteConnection Open(string path)
    {
        NativeSqlite.Need();
        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private SqliteConnection Reader()
    {
        SqliteStore.Open(Options).Dispose();
        SqliteConnection reader = Open(File1);
        Assert.Empty(Names(reader));
        return reader;
    }

    private string[] Names()
    {
        using SqliteStore store = SqliteStore.Open(Options);
        return store.Writer!.Write(Names);
    }

    private void AddMany(string name)
    {
        using SqliteStore store = SqliteStore.Open(Options);
        store.Writer!.Write(connection =>
        {
            for (int i = 0; i < 1000; i++)
            {
                connection.Execute("INSERT INTO thing (name) VALUES ($name)", ("$name", name));
            }

            return true;
        });
    }
}
