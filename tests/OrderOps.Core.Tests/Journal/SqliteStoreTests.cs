using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal;

public sealed class SqliteStoreTests : IDisposable
{
    private const int Application = 0x4F6F5465;
    private static readonly StoreSchema One = new("journal", Application, [OpenMarks.Table + "CREATE TABLE thing (id INTEGER PRIMARY KEY, name BLOB);"]);
    private static readonly StoreSchema Two = One with { Migrations = [One.Migrations[0], "ALTER TABLE thing ADD COLUMN note TEXT;"] };

    private readonly TemporaryFolder _folder = new();

    private string File1 => _folder.File(Path.Combine("data", "store.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_committed_is_there_after_reopening()
    {
        using (SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One)))
        {
            Add(store, "a");
        }

        using SqliteStore again = SqliteStore.Open(new StoreOptions(File1, One));
        Assert.False(again.WasUnclean);
        Assert.Equal(1L, Count(again));
    }

    [Fact]
    public void It_is_written_ahead_and_each_commit_waits_for_the_disk()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        Assert.Equal(("wal", 2L), store.Writer!.Write(connection => ((string)connection.Scalar("PRAGMA journal_mode")!, (long)connection.Scalar("PRAGMA synchronous")!)));
    }

    [Fact]
    public void Nobody_but_the_owner_reads_the_files()
    {
        if (Path.DirectorySeparatorChar == '\\')
        {
            return;
        }

        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        Add(store, "a");
        Assert.Equal("drwx------", FileRights.Of(Path.GetDirectoryName(File1)!));
        Assert.All(Directory.GetFiles(Path.GetDirectoryName(File1)!), file => Assert.Equal("-rw-------", FileRights.Of(file)));
        Assert.True(System.IO.File.Exists(File1 + "-wal"));
    }

    [Fact]
    public void A_migration_keeps_the_rows_and_a_copy_of_the_file_before_it()
    {
        using (SqliteStore old = SqliteStore.Open(new StoreOptions(File1, One)))
        {
            Add(old, "a");
        }

        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, Two));
        Assert.Equal(1L, store.Writer!.Write(connection => connection.Scalar("SELECT count(*) FROM thing WHERE note IS NULL")));

        string backup = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(File1)!, "*.bak"));
        using SqliteStore before = SqliteStore.Open(new StoreOptions(backup, One));
        Assert.Equal(1L, Count(before));
    }

    [Fact]
    public void A_migration_that_fails_changes_nothing()
    {
        SqliteStore.Open(new StoreOptions(File1, One)).Dispose();
        StoreSchema broken = One with { Migrations = [One.Migrations[0], "CREATE TABLE more (id INTEGER); CREATE TABLE thing (id INTEGER);"] };
        Assert.Throws<StoreException>(() => SqliteStore.Open(new StoreOptions(File1, broken)));

        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        Assert.Null(store.Writer!.Write(connection => connection.Scalar("SELECT name FROM sqlite_master WHERE name='more'")));
    }

    [Fact]
    public void A_newer_file_is_refused_and_left_as_it_is()
    {
        SqliteStore.Open(new StoreOptions(File1, Two)).Dispose();
        Assert.Equal("StoreNewer", Refused(new StoreOptions(File1, One)));
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, Two));
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        SqliteStore.Open(new StoreOptions(File1, One)).Dispose();
        Assert.Equal("StoreForeign", Refused(new StoreOptions(File1, One with { ApplicationId = 7 })));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        string path = _folder.File("text.db");
        System.IO.File.WriteAllText(path, new string('x', 4096));
        Assert.Equal("StoreForeign", Refused(new StoreOptions(path, One)));
        Assert.Equal(4096, new FileInfo(path).Length);
    }

    [Fact]
    public void Looking_only_makes_no_file()
    {
        Assert.Equal("StoreMissing", Refused(new StoreOptions(File1, One) { ReadOnly = true }));
        Assert.False(System.IO.File.Exists(File1));
    }

    [Fact]
    public void What_a_process_made_that_was_killed_at_once_is_not_there_for_those_who_look_and_complete_for_the_next_one()
    {
        OwnerOnly.MakeFolder(Path.GetDirectoryName(File1)!);
        OwnerOnly.MakeFile(File1);
        Assert.Equal("StoreMissing", Refused(new StoreOptions(File1, One) { ReadOnly = true }));
        Assert.Equal(0, new FileInfo(File1).Length);

        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        Add(store, "a");
        Assert.Equal(1L, Count(store));
    }

    [Fact]
    public void An_older_file_is_not_migrated_by_looking()
    {
        SqliteStore.Open(new StoreOptions(File1, One)).Dispose();
        Assert.Equal("StoreOlder", Refused(new StoreOptions(File1, Two) { ReadOnly = true }));
    }

    [Fact]
    public void What_a_killed_process_committed_is_there_and_the_file_is_checked()
    {
        string copy = _folder.File("copy.db");
        using (SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One)))
        {
            Add(store, "a");

            // As the disk is at the moment of a kill: the row is in the log only, and the mark says that it is open.
            store.Writer!.Write(connection => connection.Execute("UPDATE opened SET start_ticks=start_ticks-1"));
            Copy(File1, copy);
            Copy(File1 + "-wal", copy + "-wal");
        }

        using SqliteStore again = SqliteStore.Open(new StoreOptions(copy, One));
        Assert.True(again.WasUnclean);
        Assert.Equal(1L, Count(again));
    }

    [Fact]
    public void A_full_disk_is_named_and_the_store_goes_on_when_there_is_room()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        store.Writer!.Write(connection => connection.Scalar("PRAGMA max_page_count=" + connection.Scalar("PRAGMA page_count")));
        StoreException error = Assert.Throws<StoreException>(() => store.Writer!.Write(connection =>
            connection.Execute("INSERT INTO thing (name) VALUES (zeroblob(200000))")));
        Assert.Equal("StoreFull", error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);

        store.Writer!.Write(connection => connection.Scalar("PRAGMA max_page_count=1000000"));
        Add(store, "a");
        Assert.Equal(1L, Count(store));
    }

    [Fact]
    public async Task Two_that_write_to_one_file_wait_for_each_other_in_less_than_seconds()
    {
        // Below a second SQLite itself would not wait at all where it can only wait for whole ones.
        StoreOptions options = new(File1, One) { BusyTimeout = TimeSpan.FromMilliseconds(999) };
        using SqliteStore one = SqliteStore.Open(options);
        using SqliteStore other = SqliteStore.Open(options);

        await Task.WhenAll(new[] { one, other }.Select((store, place) => Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Add(store, $"{place}-{i}");
            }
        })));

        Assert.Equal(200L, Count(one));
    }

    [Fact]
    public void A_locked_file_is_named()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One) { BusyTimeout = TimeSpan.Zero });
        using SqliteConnection other = new("Data Source=" + File1 + ";Pooling=False");
        other.Open();
        other.Execute("BEGIN IMMEDIATE");
        Assert.Equal("StoreLocked", Assert.Throws<StoreException>(() => Add(store, "a")).ErrorId);
        other.Execute("ROLLBACK");
        Add(store, "a");
    }

    [Fact]
    public async Task One_that_cannot_be_written_leaves_the_others_of_its_commit()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        Task<int>[] all = [.. Enumerable.Range(0, 50).Select(i => store.Writer!.WriteAsync(connection =>
            i == 20 ? throw new InvalidOperationException() : connection.Execute("INSERT INTO thing (name) VALUES ('x')")))];
        await Assert.ThrowsAsync<InvalidOperationException>(() => all[20]);
        await Task.WhenAll(all.Where((_, i) => i != 20));
        Assert.Equal(49L, Count(store));
    }

    [Fact]
    public async Task What_can_wait_is_committed_with_what_cannot_or_soon_alone()
    {
        using SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        await store.Writer!.WriteAsync(connection => connection.Execute("INSERT INTO thing (name) VALUES ('alone')"), canWait: true);
        Task<int> waiting = store.Writer.WriteAsync(connection => connection.Execute("INSERT INTO thing (name) VALUES ('a')"), canWait: true);
        Task<long> urgent = store.Writer.WriteAsync(connection => (long)connection.Scalar("SELECT count(*) FROM thing")!);
        Assert.Equal(2, await urgent);
        Assert.Equal(1, await waiting);
        Assert.Equal(2L, Count(store));
    }

    [Fact]
    public void Closing_finishes_what_waits_and_takes_no_more()
    {
        SqliteStore store = SqliteStore.Open(new StoreOptions(File1, One));
        Task<int> last = store.Writer!.WriteAsync(connection => connection.Execute("INSERT INTO thing (name) VALUES ('x')"));
        store.Dispose();
        Assert.Equal(TaskStatus.RanToCompletion, WaitFor(last));
        Assert.Equal("StoreClosed", Assert.Throws<StoreException>(() => Add(store, "a")).ErrorId);
    }

    [Theory]
    [InlineData(13, "StoreFull")]
    [InlineData(5, "StoreLocked")]
    [InlineData(6, "StoreLocked")]
    [InlineData(8, "StoreReadOnly")]
    [InlineData(14, "StoreUnreachable")]
    [InlineData(10, "StoreUnreadable")]
    [InlineData(11, "StoreDamaged")]
    [InlineData(26, "StoreForeign")]
    [InlineData(21, "StoreFailed")]
    public void Each_result_code_has_a_name(int code, string id) => Assert.Equal(id, SqliteFailure.Meaning(code).ErrorId);

    private static TaskStatus WaitFor(Task task)
    {
        ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        return task.Status;
    }

    private static void Add(SqliteStore store, string name) =>
        store.Writer!.Write(connection => connection.Execute("INSERT INTO thing (name) VALUES ($name)", ("$name", name)));

    private static object? Count(SqliteStore store) => store.Writer!.Write(connection => connection.Scalar("SELECT count(*) FROM thing"));

    private static string Refused(StoreOptions options) => Assert.Throws<StoreException>(() => SqliteStore.Open(options)).ErrorId;

    private static void Copy(string from, string to)
    {
        using FileStream source = new(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using FileStream target = new(to, FileMode.Create);
        source.CopyTo(target);
    }
}
