using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>A journal that is opened for looking only.</summary>
public sealed class SqliteJournalLookingTests : IDisposable
{
    private static readonly OrderClaim Order = new("Sync", new OrderIdentity("A1"), 1, false);

    private readonly SqliteRig _rig = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Where_there_is_none_it_says_so_and_makes_none()
    {
        Assert.Equal("StoreMissing", Assert.Throws<StoreException>(() => _rig.Open(_time, readOnly: true)).ErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(_rig.Folder));
    }

    [Fact]
    public async Task It_leaves_no_trace()
    {
        using (SqliteJournal journal = _rig.Open(_time))
        {
            await SendAsync(journal);
        }

        string before = Everything();
        using (SqliteJournal looking = _rig.Open(_time, readOnly: true))
        {
            using IJournalRun run = looking.Begin(Summary(), new SendRules());
            Assert.Equal(ClaimKind.Skip, run.Foresee(Order).Kind);
            Assert.Equal("A1", Assert.Single(looking.Find(new JournalQuery())).Key);
            Assert.Single(looking.FindRuns(new RunQuery()));
            Assert.Equal(["shop"], looking.Accounts("Itl", "https://api.example"));
            Assert.NotEmpty(looking.Fingerprint(["x"]));
            Assert.Equal(new Removal(1, 0, 0), looking.Remove(new RemovalQuery(Keys: ["A1"])));
            Assert.Equal(new Removal(1, 1, 0), looking.Remove(new RemovalQuery(Before: DateTimeOffset.MaxValue)));
            run.End(Summary());
            Assert.Equal(before, Everything());
        }

        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("my journal.db")]
    [InlineData("a#b%41&c=ü;✗.db")]
    [InlineData("a?b\\c.db")]
    public void Any_name_of_a_file_will_do(string name)
    {
        if (Path.DirectorySeparatorChar == '\\' && name.Contains('?'))
        {
            return;
        }

        string path = Path.Combine(_rig.Folder, name);
        SqliteJournal.Open(new JournalOptions { Path = path, Time = _time }).Dispose();
        string before = Everything();
        using (SqliteJournal looking = SqliteJournal.Open(new JournalOptions { Path = path, Time = _time, ReadOnly = true }))
        {
            Assert.Empty(looking.Find(new JournalQuery()));
        }

        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task It_sees_what_others_write_meanwhile()
    {
        _rig.Open(_time).Dispose();
        using SqliteJournal looking = _rig.Open(_time, readOnly: true);
        using IJournalRun run = looking.Begin(Summary(), new SendRules());
        Assert.Equal(ClaimKind.Send, run.Foresee(Order).Kind);
        using (SqliteJournal journal = _rig.Open(_time))
        {
            await SendAsync(journal);
            Assert.Equal(ClaimKind.Skip, run.Foresee(Order).Kind);
        }

        Assert.Equal(ClaimKind.Skip, run.Foresee(Order).Kind);
        Assert.Single(looking.Find(new JournalQuery()));
    }

    [Fact]
    public void Nothing_is_sent_or_settled_by_it()
    {
        _rig.Open(_time).Dispose();
        using SqliteJournal looking = _rig.Open(_time, readOnly: true);
        using IJournalRun run = looking.Begin(Summary(), new SendRules());
        Assert.False(run.HoldsLease);
        Assert.Equal("StoreReadOnly", Assert.Throws<StoreException>(() => { _ = run.ClaimAsync([Order]); }).ErrorId);
        Assert.Equal("StoreReadOnly", Assert.Throws<StoreException>(() => looking.Resolve(new JournalEntry(), Outcome.Accepted, "ann", "x")).ErrorId);
    }

    private static RunSummary Summary() => new() { Command = "Send-ItlOrderSync", Service = "Itl", BaseAddress = "https://api.example", Account = "shop" };

    private static async Task SendAsync(SqliteJournal journal)
    {
        RunSummary summary = Summary();
        using IJournalRun run = journal.Begin(summary, new SendRules());
        await run.ClaimAsync([Order]);
        await run.SettleAsync([new SettledOrder("Sync", Order.Key, Outcome.Accepted, "ok", null, 1, 1, 200)]);
        run.End(summary);
    }

    private string Everything()
    {
        IEnumerable<string> files = Directory.GetFileSystemEntries(_rig.Folder).OrderBy(path => path, StringComparer.Ordinal);
        return string.Join("\n", files.Select(path => $"{path} {new FileInfo(path).LastWriteTimeUtc:O} {Convert.ToBase64String(File.ReadAllBytes(path))}"));
    }
}
