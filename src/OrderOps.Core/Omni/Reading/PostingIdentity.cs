using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What a posting must say to be one: which delivery, which order, which event.</summary>
internal sealed class PostingIdentity
{
    /// <summary>Their members.</summary>
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "messageId", "orderCode", "eventType" };

    public long? MessageId { get; set; }

    public string? OrderCode { get; set; }

    public string? EventType { get; set; }

    /// <summary>Why one of them can't be used, by the member.</summary>
    public string? MessageIdFault { get; set; }

    public string? OrderCodeFault { get; set; }

    public string? EventTypeFault { get; set; }

    /// <summary>Why the posting is not usable; nothing where it is.</summary>
    public string? Fault =>
        MessageId is null ? MessageIdFault ?? Quarantine.MessageIdMissing
        : OrderCode is null ? OrderCodeFault ?? Quarantine.OrderCodeMissing
        : EventType is null ? EventTypeFault ?? Quarantine.EventTypeMissing
        : null;
}
