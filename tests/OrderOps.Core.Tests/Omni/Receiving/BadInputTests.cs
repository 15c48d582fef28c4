using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using OrderOps.Journal;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

/// <summary>Every bad body has a named answer, is kept, and stops nothing.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "orderops-" + Guid.NewGuid().ToString("N"))).FullName;
    private readonly PostingInbox _inbox;
    private readonly ReceiverRig _rig;

    public BadInputTests()
    {
        _inbox = PostingInbox.Open(new InboxOptions { Path = Path.Combine(_folder, "inbox.db") });
        _rig = new ReceiverRig(sink: new InboxSink(_inbox, "default"));
    }

    public static TheoryData<string, string, bool> Bodies => new()
    {
        { "empty", "", true },
        { "blank", "  \r\n", true },
        { "not JSON", "messageId=1&orderCode=A", true },
        { "cut off", "{\"messageId\":1,\"orderCode\":\"A\"", true },
        { "an array", "[" + Good("1") + "]", true },
        { "a text", "\"posting\"", true },
        { "null", "null", true },
        { "deep", "{\"messageId\":1,\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\",\"x\":" + new string('[', 200) + new string(']', 200) + "}", true },
        { "no messageId", "{\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}", true },
        { "messageId beyond 64 bits", Good("9223372036854775808"), true },
        { "no orderCode", "{\"messageId\":1,\"eventType\":\"OUTWARD_ORDER_CREATE\"}", true },
        { "an event that is none", "{\"messageId\":1,\"orderCode\":\"A\",\"eventType\":\"ORDER_LOST\"}", true },
        { "two message ids", "{\"messageId\":8,\"messageId\":9,\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}", true },
        { "another member twice", "{\"messageId\":8,\"channelName\":\"a\",\"channelName\":\"b\",\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}", false },
        { "a negative messageId", Good("-5"), false },
        { "a megabyte of unknown members", "{\"messageId\":1,\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\"" + string.Concat(Enumerable.Range(0, 40_000).Select(static i => FormattableString.Invariant($",\"unknown{i}\":\"{i}\""))) + "}", false },
        { "a messageId as text", Good("\"77\""), false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_answered_by_name_and_kept(string name, string body, bool quarantined)
    {
        var (status, text, _) = await _rig.PostAsync(body);
        var answer = JObject.Parse(text);
        Assert.True(status == 200, name);
        Assert.Equal(quarantined, (bool?)answer["hasError"]);
        Assert.Equal(quarantined, ((string?)answer["errorMessage"])!.Length > 0);
        var kept = Assert.Single(_inbox.Find(new InboxQuery()));
        Assert.Equal(quarantined ? InboxState.Quarantine : InboxState.Undelivered, kept.State);
        Assert.Equal(quarantined, kept.Reason is not null);
        Assert.Equal(body, Encoding.UTF8.GetString(kept.Body));
        Assert.Contains("\"hasError\":false", (await _rig.PostAsync(Good("4711"))).Body);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_kept_to_the_byte()
    {
        byte[] body = [.. Encoding.ASCII.GetBytes("{\"messageId\":1,\"orderCode\":\""), 0xE9, 0xFF, .. Encoding.ASCII.GetBytes("\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}")];
        var (status, text, _) = await _rig.SendAsync("POST", "omni/", new ByteArrayContent(body));
        Assert.Equal(200, status);
        Assert.True((bool?)JObject.Parse(text)["hasError"]);
        Assert.Equal(body, Assert.Single(_inbox.Find(new InboxQuery { State = InboxState.Quarantine })).Body);
    }

    [Fact]
    public async Task After_all_of_them_every_row_is_whole()
    {
        foreach (var (_, body, _) in Bodies.Select(static row => row.Data))
            await _rig.PostAsync(body);

        using Microsoft.Data.Sqlite.SqliteConnection look = new("Data Source=" + _inbox.Path + ";Pooling=False");
        look.Open();
        Assert.Equal((long)Bodies.Count, look.Scalar("SELECT count(*) FROM delivery"));
        Assert.Equal(0L, look.Scalar("SELECT count(*) FROM delivery d LEFT JOIN body b ON b.id=d.id WHERE b.content IS NULL"));
        Assert.Equal(0L, look.Scalar("SELECT count(*) FROM body WHERE id NOT IN (SELECT id FROM delivery)"));
        Assert.Equal("ok", look.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task What_comes_again_gets_its_first_answer_and_is_emitted_once()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal((200, "{\"hasError\":false,\"errorMessage\":\"\"}"), await PostAsync(Good("1")));

        await _rig.PostAsync(Good("1").Replace("\"A\"", "\"B\""));
        Assert.Equal([("New", "A"), ("Changed", "B")], Emitted().Select(static posting => (posting.Delivery, posting.OrderCode!)));
        Assert.Empty(Emitted());
    }

    [Fact]
    public async Task A_store_that_is_closed_sends_postings_back()
    {
        _inbox.Dispose();
        var (status, _, message) = await _rig.PostAsync(Good("1"));
        Assert.Equal(503, status);
        Assert.NotNull(message.Headers.RetryAfter);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _inbox.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Good(string messageId) => "{\"messageId\":" + messageId + ",\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}";

    private async Task<(int Status, string Body)> PostAsync(string body)
    {
        var (status, text, _) = await _rig.PostAsync(body);
        return (status, text);
    }

    private List<ReceivedPosting> Emitted()
    {
        var emitted = new List<ReceivedPosting>();
        using var lease = _inbox.AcquireConsumer();
        using var loop = new DeliveryLoop(new InboxShelf(_inbox, withRaw: false, ahead: true), new DeliveryOptions { Drain = true });
        loop.Run(item => emitted.Add((ReceivedPosting)item), static _ => false, static () => { }, static () => { });
        return emitted;
    }
}
