using System;
using System.Text;

namespace OrderOps.Omni;

/// <summary>
/// Reads postings leniently: names without regard to case, unknown members kept, and whatever departs from the vendor's
/// table noted. Only what can't be told apart from other postings, or is none, is not usable. Of a member that stands
/// there twice the last one counts, unless it is one that says which posting or shipment it is.
/// </summary>
public static class PostingReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body of one posting. It never throws for what is in it.</summary>
    /// <param name="body">JSON in UTF-8. It is kept, and must not be changed afterwards.</param>
    public static PostingReading Read(byte[] body) => Read(body ?? throw new ArgumentNullException(nameof(body)), PostingMembers.Table);

    /// <summary>
    /// Reads of a body only what its storing needs, the identity, the time and the shipments, and passes over the rest.
    /// Whether it is usable, and why it is not, is what <see cref="Read(byte[])"/> says.
    /// </summary>
    internal static PostingReading ReadIdentity(byte[] body) =>
        Read(body, PostingScan.CanHaveTooManyParts(body) ? PostingMembers.Table : PostingMembers.Identifying);

    private static PostingReading Read(byte[] body, MemberTable<OmniPosting> members)
    {
        PostingFindings findings = new();
        int at = body.Length >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF ? 3 : 0;
        PostingScan scan = new(body, at, findings);
        OmniPosting posting = new();
        string? reason = Fault(scan, posting, members);
        if (reason is null)
        {
            ShareDetails(posting);
            return new PostingReading(posting, findings.All, null, posting.MessageId, posting.OrderCode);
        }

        findings.Refuse(reason);
        return new PostingReading(null, findings.All, reason, scan.Identity.MessageId, scan.Identity.OrderCode);
    }

    /// <summary>A body as text; nothing where it is not UTF-8.</summary>
    internal static string? Text(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Fault(PostingScan scan, OmniPosting posting, MemberTable<OmniPosting> members)
    {
        try
        {
            Strict.GetCharCount(scan.Json.Body);
            switch (scan.Json.Peek())
            {
                case 0:
                    return Quarantine.Empty;
                case (byte)'{':
                    scan.Into(posting, members);
                    scan.Json.End();
                    return scan.Identity.Fault;
                default:
                    scan.Json.Skip();
                    scan.Json.End();
                    return Quarantine.NotAnObject;
            }
        }
        catch (PostingFault fault)
        {
            return fault.Message;
        }
        catch (DecoderFallbackException)
        {
            return Quarantine.NotUtf8;
        }
    }

    // The samples have the details in the posting, the vendor's table in the shipment: of one shipment they are both.
    private static void ShareDetails(OmniPosting posting)
    {
        if (posting.Shipments.Count == 1)
        {
            OmniShipment only = posting.Shipments[0];
            posting.ShipmentDetails ??= only.ShipmentDetails;
            only.ShipmentDetails ??= posting.ShipmentDetails;
        }
    }
}
