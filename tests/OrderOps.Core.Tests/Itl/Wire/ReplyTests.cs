using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

/// <summary>Every further shape of a reply, as a sample of its own.</summary>
public class ReplyTests
{
    private const string SyncFile = "itl-replies-further.json";
    private const string CancelFile = "itl-cancel-replies.json";

    public static TheoryData<string> SyncSamples() => WireSamples.Names(SyncFile);

    public static TheoryData<string> CancelSamples() => WireSamples.Names(CancelFile);

    [Theory]
    [MemberData(nameof(SyncSamples))]
    public void A_sync_reply_comes_to_what_its_sample_says(string name)
    {
        JToken sample = WireSamples.Named(SyncFile, name);
        ItlReply reply = WireSamples.Read(sample);
        Assert.Equal((string?)sample["kind"], reply.Kind.ToString());
        Assert.NotNull(reply.Message);
        if (sample["outcomes"]!.HasValues)
        {
            Assert.Equal(WireSamples.Outcomes(sample), SyncReplyJoin.Join(WireSamples.Sent(sample), reply).Select(WireSamples.Outcome));
        }
    }

    [Theory]
    [MemberData(nameof(CancelSamples))]
    public void A_cancel_reply_is_joined_by_position(string name)
    {
        JToken sample = WireSamples.Named(CancelFile, name);
        ItlReply reply = WireSamples.Read(sample);
        Assert.Equal(ReplyKind.Entries, reply.Kind);
        Assert.Equal(WireSamples.Outcomes(sample), CancelReplyJoin.Join(WireSamples.Sent(sample).Length, reply).Select(WireSamples.Outcome));
    }

    [Fact]
    public void A_reply_without_a_body_is_unreadable() => Assert.Equal(ReplyKind.Unreadable, ItlReplyReader.Read(null, null, null).Kind);

    [Fact]
    public void A_reply_nested_too_deep_is_unreadable()
    {
        string body = "{\"data\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.Equal(ReplyKind.Unreadable, ItlReplyReader.Read(200, "application/json", body).Kind);
    }

    [Fact]
    public void A_failed_entry_without_words_takes_those_of_the_whole_reply()
    {
        ItlReply reply = ItlReplyReader.Read(200, null, "{\"status\":\"success\",\"html_message\":\"<b>Wallet</b> is empty\",\"data\":{\"1\":{\"status\":\"error\",\"remark\":\"\"}}}");
        Assert.Equal("Wallet is empty", Assert.Single(reply.Entries).Remark);
        Assert.Equal("", Assert.Single(reply.Entries).RawRemark);
    }

    [Fact]
    public void Several_remarks_become_one_line()
    {
        ItlReply reply = ItlReplyReader.Read(200, null, "{\"data\":{\"1\":{\"status\":\"error\",\"remark\":[\"Invalid pin\",\"Invalid &amp; short phone\"]}}}");
        Assert.Equal("Invalid pin; Invalid & short phone", Assert.Single(reply.Entries).Remark);
    }
}
