using System;
using System.Globalization;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>One order as the journal knows it: what was last asked for it, and what became of that.</summary>
public sealed class JournalEntry
{
    /// <summary>The service it was sent to, such as <c>Itl</c>.</summary>
    public string Service { get; init; } = "";

    /// <summary>The base address it was sent to.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>As whom: the connection's name, what <c>-Account</c> said, or a fingerprint of the credential.</summary>
    public string Account { get; init; } = "";

    /// <summary>What was asked, such as <c>Sync</c> or <c>Cancel</c>.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The order as people read it: its number, with its sub-order where it has one.</summary>
    public string Key { get; init; } = "";

    /// <summary>The order's number alone.</summary>
    public string OrderNumber { get; init; } = "";

    /// <summary>Its sub-order; empty where it has none.</summary>
    public string SubOrder { get; init; } = "";

    /// <summary>What became of it; <c>Sending</c> while a run that lives has it in hand.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>In whose words.</summary>
    public string Message { get; init; } = "";

    /// <summary>What the service calls it, where it said so.</summary>
    public string? Reference { get; init; }

    /// <summary>HTTP status of the reply that settled it.</summary>
    public int? StatusCode { get; init; }

    /// <summary>How many requests carried it, over all runs.</summary>
    public int Attempts { get; init; }

    /// <summary>The run that last had it in hand.</summary>
    public string RunId { get; init; } = "";

    /// <summary>Number of its batch in that run.</summary>
    public int? Batch { get; init; }

    /// <summary>When it was first about to be sent.</summary>
    public DateTimeOffset FirstSent { get; init; }

    /// <summary>When it was last about to be sent.</summary>
    public DateTimeOffset Sent { get; init; }

    /// <summary>When its outcome was written; nothing where it never was.</summary>
    public DateTimeOffset? Settled { get; init; }

    /// <summary>Who settled it by hand; nothing where nobody did.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>Why it was settled by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of what was sent, in 16 hexadecimal digits.</summary>
    public string ContentHash => Content.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The journal that it stands in: the file's full path.</summary>
    public string Journal { get; init; } = "";

    internal ulong Content { get; init; }

    internal OrderIdentity Identity => new(OrderNumber, SubOrder);

    internal Outcome KnownOutcome => Enum.TryParse(Outcome, out Outcome known) ? known : Outcomes.Outcome.Unknown;

    /// <inheritdoc />
    public override string ToString() => $"{Service} {Operation} {Key}: {Outcome}";
}
