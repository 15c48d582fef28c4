using System.Linq;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

/// <summary>Every sample of itl-replies.json, against what the contract demands.</summary>
public class VendorReplyTests
{
    private const string File = "itl-replies.json";

    private static ItlReply Read(string name) => WireSamples.Read(WireSamples.Named(File, name));

    [Fact]
    public void Each_sample_has_its_test()
    {
        string[] tested =
        {
            "sync-success-doc", "cancel-success-doc", "bad-credentials", "batch-refused-null", "shipment-failed-inside-success", "partial",
            "html-in-html_message",
        };
        Assert.Equal(tested, Samples.Json(File).Select(sample => (string)sample["name"]!));
    }

    [Fact]
    public void The_sync_reply_of_the_page_has_no_status_at_the_top_and_succeeds()
    {
        ItlReply reply = Read("sync-success-doc");
        Assert.Equal(ReplyKind.Entries, reply.Kind);
        ItlReplyEntry entry = Assert.Single(SyncReplyJoin.Join(new[] { "test-api-order-110" }, reply))!;
        Assert.True(entry.Success);
        Assert.Equal("Oder Processed Successfully", entry.Remark);
        Assert.Equal("test-api-order-110", entry.Refnum);
    }

    [Fact]
    public void The_cancel_reply_of_the_page_is_joined_by_position()
    {
        ItlReply reply = Read("cancel-success-doc");
        Assert.Equal(ReplyKind.Entries, reply.Kind);
        Assert.True(Assert.Single(CancelReplyJoin.Join(1, reply))!.Success);
    }

    [Fact]
    public void Wrong_credentials_are_seen_behind_http_200()
    {
        ItlReply reply = Read("bad-credentials");
        Assert.Equal(ReplyKind.Credentials, reply.Kind);
        Assert.Equal("Invalid Access Token And Secret Key.", reply.Message);
    }

    [Fact]
    public void The_literal_null_refuses_the_batch()
    {
        ItlReply reply = Read("batch-refused-null");
        Assert.Equal(ReplyKind.RefusedWhole, reply.Kind);
        Assert.Empty(reply.Entries);
        Assert.NotEmpty(reply.Message);
    }

    [Fact]
    public void An_entry_can_fail_inside_a_success()
    {
        ItlReply reply = Read("shipment-failed-inside-success");
        Assert.Equal(ReplyKind.Entries, reply.Kind);
        ItlReplyEntry entry = Assert.Single(SyncReplyJoin.Join(new[] { "A-1" }, reply))!;
        Assert.False(entry.Success);
        Assert.False(entry.SaysDuplicate);
        Assert.Equal("Shipment #1 reseller_name field must be present.", entry.Remark);
    }

    [Fact]
    public void One_can_succeed_beside_a_duplicate()
    {
        ItlReplyEntry?[] joined = SyncReplyJoin.Join(new[] { "A-1", "A-2" }, Read("partial"));
        Assert.Equal(new[] { "Success", "Duplicate" }, joined.Select(WireSamples.Outcome));
        Assert.Equal("Duplicate order found", joined[1]!.RawRemark);
    }

    [Fact]
    public void Html_is_stripped_from_a_refusal()
    {
        ItlReply reply = Read("html-in-html_message");
        Assert.Equal(ReplyKind.RefusedWhole, reply.Kind);
        Assert.Equal("AWB could not be cancelled", reply.Message);
    }
}
