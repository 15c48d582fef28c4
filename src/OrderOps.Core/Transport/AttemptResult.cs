using System;
using System.Collections.Generic;

namespace OrderOps.Transport;

/// <summary>What came of one attempt.</summary>
internal sealed class AttemptResult
{
    public AttemptFailure Failure { get; set; }

    /// <summary>Whether sending had begun.</summary>
    public bool Sent { get; set; }

    /// <summary>Whether the caller cut it, so that it says nothing about the service.</summary>
    public bool Cut { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public TimeSpan Elapsed { get; set; }

    public int? StatusCode { get; set; }

    public string Body { get; set; } = string.Empty;

    public string? ContentType { get; set; }

    public IReadOnlyDictionary<string, string> Headers { get; set; } = ServiceReply.NoHeaders;

    public TimeSpan? RetryAfter { get; set; }

    /// <summary>What happened, in a few words and without secrets.</summary>
    public string Words { get; set; } = string.Empty;

    public Exception? Exception { get; set; }

    public bool IsSuccessStatus => StatusCode is >= 200 and <= 299;

    public bool CountsForBreaker => !Cut && Failure is not (AttemptFailure.None or AttemptFailure.Unreadable);

    public bool Succeeded => !Cut && Failure is (AttemptFailure.None or AttemptFailure.Unreadable);
}
