using System;
using System.Linq;
using System.Text;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public class QuarantineTests
{
    [Theory]
    [InlineData("messageId", null, "MessageIdMissing")]
    [InlineData("messageId", "null", "MessageIdMissing")]
    [InlineData("messageId", "\" \"", "MessageIdMissing")]
    [InlineData("messageId", "9223372036854775808", "MessageIdTooLarge")]
    [InlineData("messageId", "-9223372036854775809", "MessageIdTooLarge")]
    [InlineData("messageId", "\"99999999999999999999999999999999999999\"", "MessageIdTooLarge")]
    [InlineData("messageId", "1.5", "MessageIdUnreadable")]
    [InlineData("messageId", "\"abc\"", "MessageIdUnreadable")]
    [InlineData("messageId", "\"-\"", "MessageIdUnreadable")]
    [InlineData("messageId", "true", "MessageIdUnreadable")]
    [InlineData("messageId", "[12345]", "MessageIdUnreadable")]
    [InlineData("orderCode", null, "OrderCodeMissing")]
    [InlineData("orderCode", "null", "OrderCodeMissing")]
    [InlineData("orderCode", "\"  \"", "OrderCodeMissing")]
    [InlineData("orderCode", "{}", "OrderCodeUnreadable")]
    [InlineData("eventType", null, "EventTypeMissing")]
    [InlineData("eventType", "\"\"", "EventTypeMissing")]
    [InlineData("eventType", "\"OUTWARD_ORDER_RETURNED\"", "EventTypeUnknown")]
    [InlineData("eventType", "7", "EventTypeUnknown")]
    public void A_posting_without_an_identity_is_not_usable(string place, string? json, string name) =>
        Refused(PostingSamples.ReadWith(place, json), name);

    [Fact]
    public void A_control_character_is_found_wherever_it_stands_in_a_string()
    {
        for (int at = 0; at < 20; at++)
        {
            Refused(PostingSamples.Read("{\"a\":\"" + new string('é', at) + "\u0001" + new string('x', 20) + "\"}"), "NotJson");
        }
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData(" \r\n\t", "Empty")]
    [InlineData("[]", "NotAnObject")]
    [InlineData("[{\"messageId\":1}]", "NotAnObject")]
    [InlineData("null", "NotAnObject")]
    [InlineData("\"text\"", "NotAnObject")]
    [InlineData("17", "NotAnObject")]
    [InlineData("order=1&message=2", "NotJson")]
    [InlineData("<posting/>", "NotJson")]
    [InlineData("{", "NotJson")]
    [InlineData("{\"a\"", "NotJson")]
    [InlineData("{\"a\":", "NotJson")]
    [InlineData("{\"a\":1", "NotJson")]
    [InlineData("{\"a\":1,}", "NotJson")]
    [InlineData("{,}", "NotJson")]
    [InlineData("{\"a\":1 \"b\":2}", "NotJson")]
    [InlineData("{\"a\":[1,]}", "NotJson")]
    [InlineData("{\"a\":[1 2]}", "NotJson")]
    [InlineData("{a:1}", "NotJson")]
    [InlineData("{'a':1}", "NotJson")]
    [InlineData("{\"a\":NaN}", "NotJson")]
    [InlineData("{\"a\":01}", "NotJson")]
    [InlineData("{\"a\":1.}", "NotJson")]
    [InlineData("{\"a\":+1}", "NotJson")]
    [InlineData("{\"a\":-}", "NotJson")]
    [InlineData("{\"a\":1e}", "NotJson")]
    [InlineData("{\"a\":tru}", "NotJson")]
    [InlineData("{\"a\":nul", "NotJson")]
    [InlineData("{\"a\":\"x", "NotJson")]
    [InlineData("{\"a\":\"x\\", "NotJson")]
    [InlineData("{\"a\":\"line\nbreak\"}", "NotJson")]
    [InlineData("{\"orderCode\":\"\\q\"}", "NotJson")]
    [InlineData("{\"a\":\"\\q\"}", "NotJson")]
    [InlineData("{\"a\":\"\\u12g4\"}", "NotJson")]
    [InlineData("{\"orderCode\":\"\\u12\"}", "NotJson")]
    [InlineData("{\"a\":1}}", "NotJson")]
    [InlineData("{\"a\":1}{\"a\":1}", "NotJson")]
    [InlineData("{\"a\":1]", "NotJson")]
    [InlineData("{} // that was it", "NotJson")]
    public void What_is_no_JSON_object_is_not_usable(string body, string name) => Refused(PostingSamples.Read(body), name);

    [Theory]
    [InlineData("messageId", "12346")]
    [InlineData("MESSAGEID", "12345")]
    [InlineData("orderCode", "\"other\"")]
    [InlineData("eventType", "\"OUTWARD_ORDER_CANCEL\"")]
    public void An_identity_that_stands_there_twice_is_none(string name, string json)
    {
        string body = Encoding.UTF8.GetString(PostingSamples.With("", null));

        Refused(PostingSamples.Read($"{{\"{name}\":{json}," + body.Remove(0, 1)), "IdentityTwice");
    }

    [Fact]
    public void A_shipment_with_two_codes_makes_the_posting_unusable() =>
        Refused(PostingSamples.Read(Encoding.UTF8.GetString(PostingSamples.With("", null)).Replace("\"shipmentCode\":", "\"shipmentCode\":\"other\",\"ShipmentCode\":")), "IdentityTwice");

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_not_usable()
    {
        byte[] body = PostingSamples.With("", null);
        body[Array.IndexOf(body, (byte)'f', 30)] = 0xFF;
        Refused(PostingReader.Read(body), "NotUtf8");
        Refused(PostingReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{\"messageId\":1}")).ToArray()), "NotUtf8");
    }

    [Theory]
    [InlineData(62, null)]
    [InlineData(64, "TooDeep")]
    [InlineData(200, "TooDeep")]
    [InlineData(1_000_000, "TooDeep")]
    public void Depth_has_a_limit(int levels, string? name)
    {
        string deep = new string('[', levels) + new string(']', levels);
        PostingReading reading = PostingSamples.Read("{\"messageId\":1,\"orderCode\":\"a\",\"eventType\":\"OUTWARD_ORDER_CREATE\",\"unknown\":" + deep + "}");
        if (name is not null)
        {
            Refused(reading, name);
            return;
        }

        Assert.True(reading.IsUsable);
        Assert.True(reading.Posting!.AdditionalData.ContainsKey("unknown"));
    }

    [Fact]
    public void The_number_of_parts_has_a_limit() =>
        Refused(PostingSamples.Read("{\"orderItems\":[" + string.Join(",", Enumerable.Repeat("{}", 100_001)) + "]}"), "TooManyParts");

    [Fact]
    public void What_can_be_read_of_the_identity_is_told_all_the_same()
    {
        PostingReading reading = PostingSamples.ReadWith("eventType", "\"NONE\"");

        Assert.Null(reading.Posting);
        Assert.Equal((12345L, "flipkart1234"), (reading.MessageId!.Value, reading.OrderCode));
    }

    private static void Refused(PostingReading reading, string name)
    {
        Assert.False(reading.IsUsable);
        Assert.Null(reading.Posting);
        Assert.StartsWith(name + ": ", reading.QuarantineReason);
        Assert.EndsWith(".", reading.QuarantineReason);
        Assert.Contains(reading.Findings, finding => finding.IsError && reading.QuarantineReason!.EndsWith(finding.Message, StringComparison.OrdinalIgnoreCase));
    }
}
