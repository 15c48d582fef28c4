using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>The journal's file: where it may be, who reads it, what is said when something is wrong with it.</summary>
public sealed class SqliteJournalFileTests : IDisposable
{
    private readonly SqliteRig _rig = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void It_is_new_once()
    {
        using (SqliteJournal first = _rig.Open(_time))
        {
            Assert.True(first.IsNew);
            Assert.Equal(_rig.Path, first.Location);
        }

        using SqliteJournal second = _rig.Open(_time);
        Assert.False(second.IsNew);
    }

    [Fact]
    public void Each_commit_waits_for_the_disk()
    {
        using SqliteJournal journal = _rig.Open(_time);
        Assert.Equal(("wal", 2L, 1L), journal.Writer.Write(connection => (
            (string)connection.Scalar("PRAGMA journal_mode")!, (long)connection.Scalar("PRAGMA synchronous")!, (long)connection.Scalar("PRAGMA secure_delete")!)));
    }

    [Fact]
    public void It_is_marked_as_a_journal() => Assert.Equal("OoJr", string.Concat(Enumerable.Reverse(BitConverter.GetBytes(JournalSchema.Schema.ApplicationId)).Select(part => (char)part)));

    [Theory]
    [InlineData("journal.db", "StoreFolderRelative")]
    [InlineData("", "StoreFolderMissing")]
    public void A_relative_or_empty_path_is_refused(string path, string id)
    {
        StoreException refused = Assert.Throws<StoreException>(() => SqliteJournal.Open(new JournalOptions { Path = path }));
        Assert.Equal(id, refused.ErrorId);
        Assert.NotEmpty(refused.RecommendedAction);
    }

    [Fact]
    public async Task Nobody_but_the_owner_reads_the_file_and_its_log()
    {
        if (Path.DirectorySeparatorChar == '\\')
        {
            return;
        }

        using SqliteJournal journal = _rig.Open(_time);
        await SendAsync(journal, "A1");
        string[] files = Directory.GetFiles(_rig.Folder, "journal.db*");
        Assert.Equal(["journal.db", "journal.db-shm", "journal.db-wal"], files.Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal("-rw-------", FileRights.Of(file)));
    }

    [Fact]
    public void A_newer_one_is_refused_and_left_as_it_is()
    {
        _rig.Open(_time).Dispose();
        _rig.Write("PRAGMA user_version=99");
        byte[] before = File.ReadAllBytes(_rig.Path);
        StoreException refused = Assert.Throws<StoreException>(() => _rig.Open(_time));
        Assert.Equal("StoreNewer", refused.ErrorId);
        Assert.Contains("Update OrderOps", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("StoreNewer", Assert.Throws<StoreException>(() => _rig.Open(_time, readOnly: true)).ErrorId);
        Assert.Equal(before, File.ReadAllBytes(_rig.Path));
    }

    [Fact]
    public async Task An_older_one_is_migrated_after_a_copy()
    {
        using (SqliteJournal old = _rig.Open(_time))
        {
            await SendAsync(old, "A1");
        }

        StoreSchema later = JournalSchema.Schema with { Migrations = [.. JournalSchema.Schema.Migrations, "ALTER TABLE orders ADD COLUMN more TEXT;"] };
        using (SqliteJournal journal = SqliteJournal.Open(new JournalOptions { Path = _rig.Path, Time = _time }, later))
        {
            Assert.Equal("Accepted", Assert.Single(journal.Find(new JournalQuery { Keys = ["A1"] })).Outcome);
            Assert.Equal(1L, journal.Writer.Write(connection => connection.Scalar("SELECT count(*) FROM orders WHERE more IS NULL")));
        }

        string copy = Assert.Single(Directory.GetFiles(_rig.Folder, "*.bak"));
        using SqliteJournal before = SqliteJournal.Open(new JournalOptions { Path = copy, Time = _time });
        Assert.Single(before.Find(new JournalQuery()));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_all_as_it_was()
    {
        using (SqliteJournal old = _rig.Open(_time))
        {
            await SendAsync(old, "A1");
        }

        StoreSchema broken = JournalSchema.Schema with { Migrations = [.. JournalSchema.Schema.Migrations, "DELETE FROM orders; CREATE TABLE orders (id INTEGER);"] };
        Assert.Throws<StoreException>(() => SqliteJournal.Open(new JournalOptions { Path = _rig.Path, Time = _time }, broken));
        using SqliteJournal journal = _rig.Open(_time);
        Assert.Single(journal.Find(new JournalQuery()));
    }

    [Fact]
    public async Task Damage_is_looked_for_after_an_unclean_end_only_and_the_way_out_is_said()
    {
        using (SqliteJournal journal = _rig.Open(_time))
        {
            for (int i = 0; i < 100; i++)
            {
                await SendAsync(journal, "A" + i);
            }
        }

        Overwrite((long)_rig.Read("SELECT rootpage FROM sqlite_master WHERE name='claim_sent'")!);
        using (SqliteJournal journal = _rig.Open(_time))
        {
            Assert.Equal("Accepted", Assert.Single(journal.Find(new JournalQuery { Keys = ["A1"] })).Outcome);
        }

        _rig.Write("INSERT INTO opened (process_id, start_ticks, boot_id, host) VALUES (1, 1, 'a former boot', $host)", ("$host", Environment.MachineName));
        StoreException damaged = Assert.Throws<StoreException>(() => _rig.Open(_time));
        Assert.Equal("StoreDamaged", damaged.ErrorId);
        Assert.Contains("backup", damaged.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("panel", damaged.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("StoreDamaged", Assert.Throws<StoreException>(() => _rig.Open(_time)).ErrorId);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_claimed_and_it_goes_on_when_there_is_room()
    {
        using SqliteJournal journal = _rig.Open(_time);
        using IJournalRun run = journal.Begin(Summary(), new SendRules());
        await run.ClaimAsync([Sync("A0")]);
        journal.Writer.Write(connection => connection.Scalar("PRAGMA max_page_count=" + connection.Scalar("PRAGMA page_count")));
        OrderClaim[] many = [.. Enumerable.Range(0, 500).Select(i => Sync(new string('B', 200) + i))];
        StoreException full = await Assert.ThrowsAsync<StoreException>(() => run.ClaimAsync(many));
        Assert.Equal("StoreFull", full.ErrorId);
        Assert.Equal(1, journal.Count(new JournalQuery()));

        journal.Writer.Write(connection => connection.Scalar("PRAGMA max_page_count=1000000"));
        Assert.All(await run.ClaimAsync(many), answer => Assert.Equal(ClaimKind.Send, answer.Kind));
        Assert.Empty(await run.SettleAsync([new SettledOrder("Sync", new OrderIdentity("A0"), Outcome.Accepted, "", null, 1, 1, 200)]));
    }

    [Fact]
    public async Task While_another_process_locks_it_nothing_is_claimed()
    {
        using SqliteJournal journal = SqliteJournal.Open(new JournalOptions { Path = _rig.Path, Time = _time, BusyTimeout = TimeSpan.Zero });
        using IJournalRun run = journal.Begin(Summary(), new SendRules());
        using (_rig.Lock())
        {
            StoreException locked = await Assert.ThrowsAsync<StoreException>(() => run.ClaimAsync([Sync("A1")]));
            Assert.Equal("StoreLocked", locked.ErrorId);
            Assert.NotEmpty(locked.RecommendedAction);
        }

        Assert.Equal(ClaimKind.Send, Assert.Single(await run.ClaimAsync([Sync("A1")])).Kind);
    }

    [Fact]
    public async Task No_credential_ever_stands_in_it()
    {
        const string Canary = "canary-7f3a9";
        using (SqliteJournal journal = _rig.Open(_time))
        {
            RunSummary summary = Summary();
            summary.BaseAddress = $"https://user:{Canary}@api.example/v1?token={Canary}";
            summary.Account = journal.Fingerprint([Canary, Canary]);
            using IJournalRun run = journal.Begin(summary, new SendRules());
            await run.ClaimAsync([Sync("A1")]);
            Assert.DoesNotContain(Canary, Bytes(), StringComparison.Ordinal);
            run.End(summary);
            Assert.DoesNotContain(Canary, Assert.Single(journal.FindRuns(new RunQuery())).BaseAddress, StringComparison.Ordinal);
        }

        Assert.Contains("A1", Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_removed_is_gone_from_the_bytes()
    {
        const string Canary = "canary-7f3a9";
        using SqliteJournal journal = _rig.Open(_time);
        using IJournalRun run = journal.Begin(Summary(), new SendRules());
        Random random = new(20251120);
        for (int batch = 0; batch < 200; batch++)
        {
            // Among others that stay, so that pages are split and rows move.
            OrderClaim[] orders = [.. Enumerable.Range(0, 25).Select(i => Sync($"{random.Next():x8}-{(i % 5 == 0 ? Canary : "stays")}-{batch}"))];
            await run.ClaimAsync(orders);
            await run.SettleAsync([.. orders.Select(order => new SettledOrder(
                "Sync", order.Key, Outcome.Unknown, "said of " + order.Key.Number, "R-" + order.Key.Number, batch, 1, 500))]);
        }

        string[] keys = [.. journal.Find(new JournalQuery()).Select(entry => entry.Key).Where(key => key.Contains(Canary))];
        Assert.Equal(1000, keys.Length);
        journal.Resolve(Assert.Single(journal.Find(new JournalQuery { Keys = [keys[0]] })), Outcome.Accepted, "ann@desk", "for " + Canary);
        Removal removed = journal.Remove(new RemovalQuery(Keys: keys));
        Assert.Equal((1000, true), (removed.Orders, removed.Erased));
        Assert.Equal(4000, journal.Count(new JournalQuery()));
        Assert.Contains("stays", Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Bytes(), StringComparison.Ordinal);
    }

    private static OrderClaim Sync(string number) => new("Sync", new OrderIdentity(number), 1, false);

    private static RunSummary Summary() => new() { Command = "Send-ItlOrderSync", Service = "Itl", BaseAddress = "https://api.example", Account = "shop" };

    private static async Task SendAsync(SqliteJournal journal, string number)
    {
        RunSummary summary = Summary();
        using IJournalRun run = journal.Begin(summary, new SendRules());
        await run.ClaimAsync([Sync(number)]);
        await run.SettleAsync([new SettledOrder("Sync", new OrderIdentity(number), Outcome.Accepted, "ok", null, 1, 1, 200)]);
        run.End(summary);
    }

    private void Overwrite(long page)
    {
        using FileStream file = new(_rig.Path, FileMode.Open, FileAccess.Write);
        file.Position = (page - 1) * 4096;
        file.Write([.. Enumerable.Repeat((byte)0x55, 4096)], 0, 4096);
    }

    private string Bytes()
    {
        StringBuilder all = new();
        foreach (string path in Directory.GetFiles(_rig.Folder, "journal.db*"))
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] content = new byte[file.Length];
            for (int read = 0, some; read < content.Length && (some = file.Read(content, read, content.Length - read)) > 0; read += some)
            {
            }

            all.Append(Encoding.GetEncoding("ISO-8859-1").GetString(content));
        }

        return all.ToString();
    }
}
