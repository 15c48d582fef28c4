using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Omni;
using Xunit;

namespace OrderOps.Tests.Sandbox.Omni;

public sealed class PostingSourceTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static OutgoingPosting[] Generate(int count, int seed = 1) => GeneratedPostings.Endless(seed, new MessageIds(1), Start).Take(count).ToArray();

    private static OutgoingPosting[] Mix(MixOptions options) =>
        PostingMix.Apply(GeneratedPostings.Endless(1, new MessageIds(1), Start), options, new MessageIds(1_000_000)).ToArray();

    private static JObject Json(OutgoingPosting posting) => JObject.Parse(Encoding.UTF8.GetString(posting.Body));

    private static string Text(JToken posting, string name) => (string)posting[name]!;

    [Fact]
    public void Each_order_goes_through_its_events_from_its_creation()
    {
        IEnumerable<string> stories = Generate(4000)
            .GroupBy(posting => posting.OrderCode)
            .Select(order => string.Join(" ", order.Select(posting => posting.EventType.Replace("OUTWARD_ORDER_", ""))));

        Assert.All(stories, story => Assert.Matches(
            "^CREATE( CANCEL|( PARTIAL_CANCEL)?( COMPLETE( SHIPMENT_DISPATCH){0,2}( SHIPMENT_DELIVER){0,2})?)?$", story));
        Assert.Contains("CREATE COMPLETE SHIPMENT_DISPATCH SHIPMENT_DELIVER", stories);
    }

    [Fact]
    public void An_invoiced_shipment_stands_unchanged_in_every_later_posting_of_its_order()
    {
        foreach (IGrouping<string, OutgoingPosting> order in Generate(1000).GroupBy(posting => posting.OrderCode))
        {
            Dictionary<string, string> known = [];
            foreach (JArray shipments in order.Select(posting => (JArray)Json(posting)["shipments"]!))
            {
                Dictionary<string, string> now = shipments.ToDictionary(shipment => Text(shipment, "shipmentCode"), shipment => shipment["shipmentItems"]!.ToString());
                Assert.All(known, earlier => Assert.Equal(earlier.Value, now[earlier.Key]));
                known = now;
            }
        }
    }

    [Fact]
    public void Message_ids_are_new_and_rise()
    {
        long[] ids = Generate(1000).Select(posting => long.Parse(posting.MessageId)).ToArray();

        Assert.Equal(ids.OrderBy(id => id).Distinct(), ids);
    }

    [Theory]
    [InlineData("omni-posting-create.json")]
    [InlineData("omni-posting-complete.json")]
    public void Postings_have_no_member_that_the_vendors_samples_lack(string sample)
    {
        JObject vendor = JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", sample)));

        Assert.All(Generate(50), posting => Assert.Empty(Json(posting).Properties().Select(member => member.Name).Except(vendor.Properties().Select(member => member.Name))));
    }

    [Fact]
    public void The_same_seed_makes_the_same_postings()
    {
        Assert.Equal(Generate(100).Select(posting => posting.Body), Generate(100).Select(posting => posting.Body));
        Assert.NotEqual(Generate(100).Select(posting => posting.Body), Generate(100, seed: 2).Select(posting => posting.Body));
    }

    [Fact]
    public void Repeats_have_the_bytes_of_an_earlier_posting_and_their_share()
    {
        HashSet<string> seen = [];
        OutgoingPosting[] mixed = Mix(new MixOptions { Count = 2000, Repeats = 0.3 });

        Assert.Equal(2000, mixed.Length);
        Assert.All(mixed, posting => Assert.Equal(posting.Kind == OutgoingPosting.New, seen.Add(Encoding.UTF8.GetString(posting.Body))));
        Assert.InRange(mixed.Count(posting => posting.Kind == OutgoingPosting.Repeat), 500, 700);
    }

    [Fact]
    public void Renumbered_postings_differ_by_nothing_but_their_message_id()
    {
        OutgoingPosting[] mixed = Mix(new MixOptions { Count = 500, Renumbered = 0.2 });
        Dictionary<string, string> contents = [];
        foreach (OutgoingPosting posting in mixed)
        {
            JObject json = Json(posting);
            json.Remove("messageId");
            contents.TryGetValue(json.ToString(), out string? first);
            contents[json.ToString()] = posting.MessageId;
            Assert.Equal(posting.Kind == OutgoingPosting.Renumbered, first is not null);
            Assert.NotEqual(first, posting.MessageId);
        }

        Assert.InRange(mixed.Count(posting => posting.Kind == OutgoingPosting.Renumbered), 60, 140);
    }

    [Fact]
    public void A_shuffle_loses_nothing_and_changes_the_order()
    {
        string[] straight = Mix(new MixOptions { Count = 500 }).Select(posting => posting.MessageId).ToArray();
        string[] shuffled = Mix(new MixOptions { Count = 500, Shuffle = 20 }).Select(posting => posting.MessageId).ToArray();

        Assert.NotEqual(straight, shuffled);
        Assert.Equal(straight.OrderBy(id => id), shuffled.OrderBy(id => id));
    }

    [Theory]
    [InlineData("""{"messageId":1,"orderCode":"A"}""", "1")]
    [InlineData("""[{"messageId":1},{"MessageId":"2"}]""", "1,2")]
    [InlineData("{\"messageId\":1}\n{\"messageId\":2}\n", "1,2")]
    [InlineData("""{"orderCode":"A"}""", "")]
    [InlineData("no JSON", "")]
    public void A_file_holds_one_posting_an_array_or_one_a_line(string text, string ids) =>
        Assert.Equal(ids, string.Join(",", PostingFile.Split(Encoding.UTF8.GetBytes(text)).Select(posting => posting.MessageId)));

    [Fact]
    public void A_single_posting_is_sent_as_its_file_has_it()
    {
        byte[] body = Encoding.UTF8.GetBytes("{ \"messageId\": 1, \"messageId\": 2 }");

        Assert.Same(body, Assert.Single(PostingFile.Split(body)).Body);
    }
}
