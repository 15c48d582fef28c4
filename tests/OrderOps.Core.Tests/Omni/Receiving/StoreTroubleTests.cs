using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Omni;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

/// <summary>A store that takes nothing for a while: senders keep their postings, and the receiver goes on when it can.</summary>
public sealed class StoreTroubleTests : IDisposable
{
    private const int Senders = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly PostingInbox _inbox;
    private readonly ReceiverRig _rig;

    public StoreTroubleTests()
    {
        _inbox = PostingInbox.Open(new InboxOptions { Path = _folder.File("inbox.db"), BusyTimeout = TimeSpan.FromMilliseconds(50) });
        _rig = new ReceiverRig(sink: new InboxSink(_inbox, "default"));
    }

    public static TheoryData<string> Troubles => ["a full disk", "a locked file"];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Troubles))]
    public async Task Postings_are_to_come_again_and_nothing_of_them_stays(string trouble)
    {
        Assert.Equal(200, (await _rig.PostAsync(Body(0))).Status);
        using var lease = _inbox.AcquireConsumer();
        List<long?> emitted = [];
        var emitting = Task.Run(() => Emit(emitted, 1 + Senders), TestContext.Current.CancellationToken);
        var before = Rows();

        using (Begin(trouble))
        {
            var refused = await Task.WhenAll(Enumerable.Range(1, Senders).Select(id => _rig.PostAsync(Body(id))));
            Assert.All(refused, static answer =>
            {
                Assert.Equal(503, answer.Status);
                Assert.Equal(TimeSpan.FromSeconds(10), answer.Message.Headers.RetryAfter!.Delta);
                Assert.Contains("\"hasError\":true", answer.Body);
            });
            var health = await _rig.SendAsync("GET", "omni/health", null);
            Assert.Equal(503, health.Status);
            Assert.Contains("\"status\":\"failing\"", health.Body);
            Assert.Equal(before, Rows());
        }

        Assert.Equal(Senders, _rig.Receiver.Refused["NotStored"]);
        foreach (var id in Enumerable.Range(1, Senders))
            Assert.Equal(200, (await _rig.PostAsync(Body(id))).Status);

        Assert.Equal(200, (await _rig.SendAsync("GET", "omni/health", null)).Status);
        Assert.All(Rows(), static table => Assert.Equal(1 + Senders, table.Count));
        await emitting;
        Assert.Equal(Enumerable.Range(0, 1 + Senders).Select(static id => (long?)id), emitted);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _inbox.Dispose();
        _folder.Dispose();
    }

    // Larger than what the file's last pages have room for.
    private static string Body(int id) => string.Format(
        CultureInfo.InvariantCulture,
        "{{\"messageId\":{0},\"orderCode\":\"A-{0}\",\"eventType\":\"OUTWARD_ORDER_COMPLETE\",\"note\":\"{1}\",\"shipments\":[{{\"shipmentCode\":\"S-{0}\"}}]}}",
        id,
        new string('x', 20_000));

    private End Begin(string trouble)
    {
        if (trouble == "a full disk")
        {
            _inbox.Writer().Write(static writing => writing.Scalar("PRAGMA max_page_count=1"));
            return new End(() => _inbox.Writer().Write(static writing => writing.Scalar("PRAGMA max_page_count=4294967294")));
        }

        var other = Open();
        other.Execute("BEGIN IMMEDIATE");
        return new End(other.Dispose);
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = new("Data Source=" + _inbox.Path + ";Pooling=False");
        connection.Open();
        return connection;
    }

    private List<(string Table, long Count)> Rows()
    {
        using var look = Open();
        return [.. new[] { "delivery", "body", "shipment", "mention" }.Select(table => (table, (long)look.Scalar("SELECT count(*) FROM " + table)!))];
    }

    private void Emit(List<long?> emitted, int count)
    {
        using DeliveryLoop loop = new(new InboxShelf(_inbox, withRaw: false, ahead: true), new DeliveryOptions { Count = count });
        loop.Run(item => emitted.Add(((ReceivedPosting)item).MessageId), static _ => false, static () => { }, static () => { });
    }

    private sealed class End(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
