using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>What the vendor's table says of one posting.</summary>
public sealed class OmniPostingTest
{
    internal OmniPostingTest(long inputIndex, PostingReading reading, string? source, object? input)
    {
        InputIndex = inputIndex;
        MessageId = reading.MessageId;
        OrderCode = reading.OrderCode;
        EventType = reading.Posting?.EventType;
        IsUsable = reading.IsUsable;
        QuarantineReason = reading.QuarantineReason;
        Findings = reading.Findings;
        Posting = reading.Posting;
        Source = source;
        InputObject = input;
        Message = string.Join(" ", reading.Findings.Select(finding => finding.Message));
        RecommendedAction = string.Join(" ", reading.Findings.Select(finding => finding.Remedy).Distinct());
    }

    /// <summary>Place of the input, from 0.</summary>
    public long InputIndex { get; }

    /// <summary>Identity of the delivery, where it can be read.</summary>
    public long? MessageId { get; }

    /// <summary>The channel's code of the order, where it can be read.</summary>
    public string? OrderCode { get; }

    /// <summary>What happened, one of <see cref="OmniEventType.All"/>.</summary>
    public string? EventType { get; }

    /// <summary>Whether a receiver would hand it on; otherwise it goes into quarantine.</summary>
    public bool IsUsable { get; }

    /// <summary>Why it would go into quarantine: a name, a colon, a sentence.</summary>
    public string? QuarantineReason { get; }

    /// <summary>How many findings make it unusable.</summary>
    public int Errors => Findings.Count(finding => finding.IsError);

    /// <summary>How many findings do not.</summary>
    public int Warnings => Findings.Count(finding => !finding.IsError);

    /// <summary>All findings in words, what makes it unusable first.</summary>
    public string Message { get; }

    /// <summary>What to do about them.</summary>
    public string RecommendedAction { get; }

    /// <summary>Where it departs from the vendor's table.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What it says; nothing where it is not usable.</summary>
    public OmniPosting? Posting { get; }

    /// <summary>The file that it stood in.</summary>
    public string? Source { get; }

    /// <summary>The input as it came, if it was no file.</summary>
    public object? InputObject { get; }
}
