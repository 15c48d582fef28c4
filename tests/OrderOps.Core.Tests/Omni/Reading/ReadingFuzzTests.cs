using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Omni;
using OrderOps.Tests.Itl;
using Xunit;

namespace OrderOps.Tests.Omni;

public class ReadingFuzzTests
{
    [Fact]
    public void No_beginning_of_a_posting_is_taken_for_one()
    {
        byte[] body = PostingSamples.With("", null);
        for (int length = 0; length < body.Length; length++)
        {
            Assert.False(PostingReader.Read(body.Take(length).ToArray()).IsUsable);
        }
    }

    [Fact]
    public void Whatever_comes_it_does_not_throw_and_says_what_it_is()
    {
        byte[] sample = PostingSamples.With("", null);
        Random random = new(20201016);
        byte[] letters = "{}[]\",:\\u0-9.eEtfn \0\u007f"u8.ToArray();
        for (int round = 0; round < 20_000; round++)
        {
            byte[] body = (byte[])sample.Clone();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                body[random.Next(body.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : letters[random.Next(letters.Length)];
            }

            PostingReading reading = PostingReader.Read(body);

            Assert.Equal(reading.IsUsable, reading.Posting is not null);
            Assert.InRange(reading.Findings.Count, 0, 101);
            if (reading.Posting is { } posting)
            {
                _ = posting.AdditionalData.Count + posting.Shipments.Sum(shipment => shipment.AdditionalData.Count + ShipmentHash.Print(shipment).Length);
            }
        }
    }

    [Fact]
    public void A_value_that_nothing_is_known_of_is_read_as_another_reader_does()
    {
        JObject sample = (JObject)Samples.Json(PostingSamples.Complete);
        OmniPosting posting = PostingSamples.ReadWith("unknown", sample.ToString()).Posting!;

        Assert.Equal(Plain(sample), Plain(posting.AdditionalData["unknown"]));
    }

    private static string Plain(object? value) => value switch
    {
        JObject known => "{" + string.Join(",", known.Properties().Select(member => member.Name + ":" + Plain(member.Value))) + "}",
        JArray list => "[" + string.Join(",", list.Select(Plain)) + "]",
        JValue { Value: double number } => Plain((decimal)number),
        JValue single => Plain(single.Value),
        IDictionary<string, object?> members => "{" + string.Join(",", members.Select(member => member.Key + ":" + Plain(member.Value))) + "}",
        List<object?> elements => "[" + string.Join(",", elements.Select(Plain)) + "]",
        decimal number => number.ToString("0.0###", System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.GetType().Name + " " + value,
    };
}
