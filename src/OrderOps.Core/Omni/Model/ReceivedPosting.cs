using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>A posting as it came in: what it says, and what the inbox knows of it.</summary>
public sealed class ReceivedPosting
{
    private readonly Lazy<PostingReading?> _reading;
    private readonly InboxEntry _entry;

    private ReceivedPosting(InboxEntry entry)
    {
        _entry = entry;

        // Reading it all takes as long as receiving it, and many a pipeline looks at the order and its shipments only.
        _reading = new(() => entry.HasBody ? PostingReader.Read(entry.Body) : null);
    }

    /// <summary>Identity of the delivery; nothing where a body in quarantine has none.</summary>
    public long? MessageId => _entry.MessageId ?? _reading.Value?.MessageId;

    /// <summary>The channel's code of the order; nothing where a body in quarantine has none.</summary>
    public string? OrderCode => _entry.OrderCode ?? _reading.Value?.OrderCode;

    /// <summary>What happened, one of <see cref="OmniEventType.All"/>.</summary>
    public string? EventType => _entry.EventType ?? Posting?.EventType;

    /// <summary>When it happened.</summary>
    public DateTimeOffset? EventTime => Posting?.EventTime ?? _entry.EventTime;

    /// <summary>
    /// <c>New</c>; <c>Redelivered</c> where an earlier attempt to hand it on was not finished; <c>Changed</c> where its
    /// messageId came before with another body; <c>Quarantined</c> where it can't be used as a posting.
    /// </summary>
    public string Delivery { get; private set; } = "";

    /// <summary>How often it was handed to the pipeline, this time included; 0 where it never was.</summary>
    public int Attempt { get; private set; }

    /// <summary>Whether an event of the same order that is later than this one was delivered already.</summary>
    public bool Stale { get; private set; }

    /// <summary>Codes of its shipments that no posting had before.</summary>
    public IReadOnlyList<string> NewShipments { get; private set; } = [];

    /// <summary>Codes of its shipments that came before just so.</summary>
    public IReadOnlyList<string> SeenShipments { get; private set; } = [];

    /// <summary>Codes of its shipments that came before, and of which status, AWB, documents or details changed.</summary>
    public IReadOnlyList<string> UpdatedShipments { get; private set; } = [];

    /// <summary>Codes of its shipments that came before with other items, quantities, amounts, taxes, codes or invoices.</summary>
    public IReadOnlyList<string> Conflicts { get; private set; } = [];

    /// <summary>Where it departs from the vendor's table.</summary>
    public IReadOnlyList<Finding> Findings => _reading.Value?.Findings ?? [];

    /// <summary>What it says; nothing where it is in quarantine, or where the retention of its body is over.</summary>
    public OmniPosting? Posting => _reading.Value?.Posting;

    /// <summary><c>Undelivered</c>, <c>Delivered</c>, <c>Failed</c> or <c>Quarantine</c>.</summary>
    public string State { get; private set; } = "";

    /// <summary>Why it is in quarantine, or was put aside.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Number of the delivery in the inbox.</summary>
    public long InboxId { get; private set; }

    /// <summary>The file of the inbox.</summary>
    public string Inbox { get; private set; } = "";

    /// <summary>Name of the receiver that took it.</summary>
    public string Receiver { get; private set; } = "";

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The body as it came, if it was asked for: a string, or bytes where they are not UTF-8.</summary>
    public object? Raw { get; private set; }

    /// <inheritdoc />
    public override string ToString() => OrderCode ?? "";

    /// <summary>An entry of the inbox as a command emits it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="inbox">The file of the inbox.</param>
    /// <param name="raw">Whether the body is wanted as it came.</param>
    internal static ReceivedPosting Of(InboxEntry entry, string inbox, bool raw) =>
        new(entry)
        {
            Delivery = entry.Delivery.ToString(),
            Attempt = entry.Attempt,
            Stale = entry.Stale,
            NewShipments = entry.NewShipments,
            SeenShipments = entry.SeenShipments,
            UpdatedShipments = entry.UpdatedShipments,
            Conflicts = entry.Conflicts,
            State = entry.State,
            Reason = entry.Reason,
            ReceivedAt = entry.ReceivedAt,
            DeliveredAt = entry.DeliveredAt,
            InboxId = entry.Id,
            Inbox = inbox,
            Receiver = entry.Receiver,
            Raw = raw && entry.HasBody ? PostingReader.Text(entry.Body) ?? (object)entry.Body : null,
        };
}
