using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>What was read of the body of one posting.</summary>
public sealed class PostingReading
{
    internal PostingReading(OmniPosting? posting, IReadOnlyList<Finding> findings, string? quarantineReason, long? messageId, string? orderCode)
    {
        Posting = posting;
        Findings = findings;
        QuarantineReason = quarantineReason;
        MessageId = messageId;
        OrderCode = orderCode;
    }

    /// <summary>The posting; nothing where the body is none.</summary>
    public OmniPosting? Posting { get; }

    /// <summary>
    /// Where it departs from the vendor's table: an error makes it unusable, a warning does not. At most 100, the last of
    /// which then says how many more there are.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// Why the body can't be used as a posting, a name and a sentence such as
    /// <c>MessageIdMissing: the posting has no messageId.</c>; nothing where it can.
    /// </summary>
    public string? QuarantineReason { get; }

    /// <summary>Whether it can be used as a posting.</summary>
    public bool IsUsable => QuarantineReason is null;

    /// <summary>The identity of the delivery, where it can be read; also of a body that is not usable.</summary>
    public long? MessageId { get; }

    /// <summary>The code of the order, where it can be read; also of a body that is not usable.</summary>
    public string? OrderCode { get; }
}
