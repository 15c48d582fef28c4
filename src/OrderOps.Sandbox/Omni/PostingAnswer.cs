using System;

namespace OrderOps.Sandbox.Omni;

/// <summary>What became of one posting.</summary>
public sealed class PostingAnswer
{
    /// <summary>The receiver said that it has it: 200 with <c>hasError</c> false.</summary>
    public const string Acknowledged = "Acknowledged";

    /// <summary>The receiver said that it does not want it.</summary>
    public const string Refused = "Refused";

    /// <summary>No answer that settles it, after all retries; the receiver may have it.</summary>
    public const string Unanswered = "Unanswered";

    internal PostingAnswer(OutgoingPosting posting, string outcome, string reason, int statusCode, int attempts, TimeSpan elapsed)
    {
        Posting = posting;
        Outcome = outcome;
        Reason = reason;
        StatusCode = statusCode;
        Attempts = attempts;
        Elapsed = elapsed;
    }

    /// <summary>The message id.</summary>
    public string MessageId => Posting.MessageId;

    /// <summary>The order's code.</summary>
    public string OrderCode => Posting.OrderCode;

    /// <summary>The event.</summary>
    public string EventType => Posting.EventType;

    /// <summary>New, Repeat or Renumbered.</summary>
    public string Kind => Posting.Kind;

    /// <summary><see cref="Acknowledged"/>, <see cref="Refused"/> or <see cref="Unanswered"/>.</summary>
    public string Outcome { get; }

    /// <summary>Why it was not acknowledged, else empty.</summary>
    public string Reason { get; }

    /// <summary>The last answer's status; 0 without one.</summary>
    public int StatusCode { get; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; }

    /// <summary>From its first request to its last answer, waits included.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>What was sent.</summary>
    internal OutgoingPosting Posting { get; }
}
