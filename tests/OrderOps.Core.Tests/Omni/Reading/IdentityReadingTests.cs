using System;
using System.Linq;
using System.Text;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

/// <summary>What is read before the answer says the same as what is read for the pipeline.</summary>
public class IdentityReadingTests
{
    [Theory]
    [InlineData(PostingSamples.Create)]
    [InlineData(PostingSamples.Complete)]
    public void A_sample_has_the_same_identity_and_shipments(string file) => SameAsWhole(PostingSamples.Bytes(file));

    [Fact]
    public void Whatever_comes_has_the_same_identity_and_shipments_or_the_same_reason()
    {
        byte[] sample = PostingSamples.With("", null);
        Random random = new(20251120);
        byte[] letters = "{}[]\",:\\u0-9.eEtfn \0\u007f"u8.ToArray();
        for (int round = 0; round < 10_000; round++)
        {
            byte[] body = (byte[])sample.Clone();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                body[random.Next(body.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : letters[random.Next(letters.Length)];
            }

            SameAsWhole(body);
        }
    }

    [Fact]
    public void Too_many_parts_anywhere_are_found()
    {
        string items = string.Join(",", Enumerable.Repeat("{}", 100_001));
        byte[] body = Encoding.UTF8.GetBytes("{\"orderItems\":[" + items + "],\"messageId\":1,\"orderCode\":\"a\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}");

        Assert.StartsWith("TooManyParts", PostingReader.ReadIdentity(body).QuarantineReason);
        SameAsWhole(body);
    }

    private static void SameAsWhole(byte[] body)
    {
        PostingReading whole = PostingReader.Read(body);
        PostingReading identity = PostingReader.ReadIdentity(body);

        Assert.Equal(whole.QuarantineReason, identity.QuarantineReason);
        Assert.Equal((whole.MessageId, whole.OrderCode), (identity.MessageId, identity.OrderCode));
        Assert.Equal((whole.Posting?.EventType, whole.Posting?.EventTime), (identity.Posting?.EventType, identity.Posting?.EventTime));
        Assert.Equal(Prints(whole), Prints(identity));
    }

    private static string? Prints(PostingReading reading) => reading.Posting is not { } posting
        ? null
        : string.Join(" ", posting.Shipments.Select(shipment => shipment.ShipmentCode + Convert.ToBase64String(ShipmentHash.Print(shipment))));
}
