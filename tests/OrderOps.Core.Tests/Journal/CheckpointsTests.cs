using System;
using System.IO;
using System.Threading;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal;

public sealed class CheckpointsTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private static readonly StoreSchema Schema = new("journal", 0x4F6F5465, [OpenMarks.Table + "CREATE TABLE thing (id INTEGER PRIMARY KEY, name BLOB);"]);

    private readonly TemporaryFolder _folder = new();

    private string File1 => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_in_the_log_comes_into_the_file_while_it_is_open()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, Schema));
        for (int i = 0; i < 6; i++)
        {
            Add(store, Megabyte);
        }

        // Less than what the writer sees to itself.
        Assert.True(SpinWait.SpinUntil(() => new FileInfo(File1).Length > 4 * Megabyte, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Where_fewer_are_wanted_it_stays_in_the_log_for_longer()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, Schema) { PagesToCheckpoint = 4000 });
        for (int i = 0; i < 6; i++)
        {
            Add(store, Megabyte);
        }

        Assert.InRange(new FileInfo(File1).Length, 0, Megabyte);
        for (int i = 0; i < 12; i++)
        {
            Add(store, Megabyte);
        }

        Assert.True(SpinWait.SpinUntil(() => new FileInfo(File1).Length > 14 * Megabyte, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void The_log_stays_short_however_much_is_written_without_a_pause()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, Schema));
        for (int i = 0; i < 60; i++)
        {
            Add(store, Megabyte);
        }

        Assert.InRange(new FileInfo(File1 + "-wal").Length, Megabyte, 24 * Megabyte);
    }

    [Fact]
    public void A_writer_goes_on_where_nothing_can_be_opened_beside_it()
    {
        using SqliteConnection connection = new($"Data Source={File1};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA journal_mode=WAL; CREATE TABLE thing (id INTEGER PRIMARY KEY, name BLOB)");
        int tries = 0;
        using ManualResetEventSlim tried = new();
        using (Checkpoints checkpoints = new(connection, 1000, Fail))
        {
            for (int i = 0; i < 5; i++)
            {
                connection.Execute("INSERT INTO thing (name) VALUES (zeroblob(8388608))");
                checkpoints.Note();
                Assert.True(tried.Wait(TimeSpan.FromSeconds(30)));
            }
        }

        Assert.InRange(tries, 1, 5);
        Assert.Equal(5L, connection.Scalar("SELECT count(*) FROM thing"));

        SqliteConnection Fail()
        {
            tries++;
            tried.Set();
            throw new IOException("Nothing can be opened.");
        }
    }

    [Fact]
    public void It_can_be_closed_twice()
    {
        SqliteStore store = SqliteStore.Open(new StoreOptions(File1, Schema));
        Add(store, 8 * Megabyte);
        store.Dispose();
        store.Dispose();
        Assert.False(System.IO.File.Exists(File1 + "-wal"));
    }

    private static void Add(SqliteStore store, int size) =>
        store.Writer!.Write(connection => connection.Execute("INSERT INTO thing (name) VALUES (randomblob($size))", ("$size", size)));
}
