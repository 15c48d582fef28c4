using System;
using OrderOps.Journal;

namespace OrderOps.Tests.Journal.Orders.Model;

/// <summary>An order as the contract says that it stands.</summary>
internal sealed record ModelOrder(string Operation, OrderIdentity Key, ModelRun Run, int Turn, DateTimeOffset FirstSent, DateTimeOffset Sent, ulong Content)
{
    public const string Lost = "It was being sent when its run ended or fell silent; nobody knows what became of it.";

    public string Outcome { get; init; } = "Sending";

    public string Message { get; init; } = "";

    public string? Reference { get; init; }

    public int Attempts { get; init; }

    public int? Batch { get; init; }

    public int? Status { get; init; }

    public DateTimeOffset? Settled { get; init; }

    public string? ResolvedBy { get; init; }

    public bool IsSending => Outcome == "Sending";

    public bool IsHeld => IsSending && Run.Lives;

    /// <summary>What people read: what nobody has in hand any more is Unknown.</summary>
    public ModelOrder Seen => IsSending && !Run.Lives ? Unknown : this;

    public ModelOrder Unknown => this with { Outcome = "Unknown", Message = Lost };

    /// <summary>In one line, so that a difference is seen at once.</summary>
    public string Line => Text(Operation, Key, Outcome, Message, Reference, Attempts, Run.Name, Batch, Status, FirstSent, Sent, Settled, ResolvedBy, Content);

    public static string LineOf(JournalEntry entry) => Text(
        entry.Operation, entry.Identity, entry.Outcome, entry.Message, entry.Reference, entry.Attempts, entry.RunId, entry.Batch, entry.StatusCode,
        entry.FirstSent, entry.Sent, entry.Settled, entry.ResolvedBy, entry.Content);

    /// <summary>Whether a person who found it so may settle it: it has not changed since.</summary>
    public bool IsAsFound(JournalEntry entry) => (Seen.Outcome, Run.Name, Sent, ResolvedBy) == (entry.Outcome, entry.RunId, entry.Sent, entry.ResolvedBy);

    private static string Text(
        string operation, OrderIdentity key, string outcome, string message, string? reference, int attempts, string run, int? batch, int? status,
        DateTimeOffset first, DateTimeOffset sent, DateTimeOffset? settled, string? who, ulong content) => FormattableString.Invariant(
        $"{operation} {key} {outcome} '{message}' ref={reference} x{attempts} run={run} #{batch} {status} first={first.UtcDateTime:HHmmss.fff} sent={sent.UtcDateTime:HHmmss.fff} settled={settled?.UtcDateTime:HHmmss.fff} by={who} content={content}");
}
