using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>A posting as it came in: what it says, and what the inbox knows of it.</summary>
public sealed class ReceivedPosting
{
    internal ReceivedPosting(PostingReading reading)
    {
        Posting = reading.Posting;
        Findings = reading.Findings;
        MessageId = reading.MessageId;
        OrderCode = reading.OrderCode;
        EventType = reading.Posting?.EventType;
        EventTime = reading.Posting?.EventTime;
        Reason = reading.QuarantineReason;
    }

    /// <summary>Identity of the delivery; nothing where a body in quarantine has none.</summary>
    public long? MessageId { get; }

    /// <summary>The channel's code of the order; nothing where a body in quarantine has none.</summary>
    public string? OrderCode { get; }

    /// <summary>What happened, one of <see cref="OmniEventType.All"/>.</summary>
    public string? EventType { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? EventTime { get; }

    /// <summary>
    /// <c>New</c>; <c>Redelivered</c> where an earlier attempt to hand it on was not finished; <c>Changed</c> where its
    /// messageId came before with another body; <c>Quarantined</c> where it can't be used as a posting.
    /// </summary>
    public string Delivery { get; internal set; } = "New";

    /// <summary>How often it was handed to the pipeline, this time included; 0 when it only was looked up.</summary>
    public int Attempt { get; internal set; }

    /// <summary>Whether an event of the same order that is later than this one was delivered already.</summary>
    public bool Stale { get; internal set; }

    /// <summary>Codes of its shipments that no posting had before.</summary>
    public IReadOnlyList<string> NewShipments { get; internal set; } = [];

    /// <summary>Codes of its shipments that came before just so.</summary>
    public IReadOnlyList<string> SeenShipments { get; internal set; } = [];

    /// <summary>Codes of its shipments that came before, and of which status, AWB, documents or details changed.</summary>
    public IReadOnlyList<string> UpdatedShipments { get; internal set; } = [];

    /// <summary>Codes of its shipments that came before with other items, quantities, amounts, taxes, codes or invoices.</summary>
    public IReadOnlyList<string> Conflicts { get; internal set; } = [];

    /// <summary>Where it departs from the vendor's table.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What it says; nothing where it is in quarantine.</summary>
    public OmniPosting? Posting { get; }

    /// <summary><c>Undelivered</c>, <c>Delivered</c>, <c>Failed</c> or <c>Quarantine</c>.</summary>
    public string State { get; internal set; } = "Undelivered";

    /// <summary>Why it is in quarantine, or was put aside.</summary>
    public string? Reason { get; internal set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; internal set; }

    /// <summary>Number of the delivery in the inbox.</summary>
    public long InboxId { get; internal set; }

    /// <summary>Name of the receiver that took it.</summary>
    public string Receiver { get; internal set; } = "";

    /// <summary>The body as it came, if it was asked for.</summary>
    public string? Raw { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => OrderCode ?? "";
}
