using System;
using System.Collections.Generic;

namespace OrderOps.Transport;

/// <summary>How an exchange ended, with the last reply if there was one.</summary>
public sealed class ServiceReply
{
    internal static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    internal ServiceReply()
    {
    }

    /// <summary>How it ended.</summary>
    public ExchangeEnd End { get; internal set; }

    /// <summary>The HTTP status of the last attempt that had one.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The reply's text as it came, empty if none did. It may echo what was sent: text shown to people goes through <see cref="ServiceTransport.Redact"/>.</summary>
    public string Body { get; internal set; } = string.Empty;

    /// <summary>The reply's media type without parameters, such as <c>text/html</c>.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>The reply's headers; names without regard to case, several values of one name joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; internal set; } = NoHeaders;

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; internal set; }

    /// <summary>From the call to the end, waits included.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>One sentence on what happened, without secrets.</summary>
    public string Message { get; internal set; } = string.Empty;

    /// <summary>The pause that the service asked for in its last reply.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>
    /// Whether an attempt before the last may have arrived. A cancel or delete that is then answered
    /// with "done already" was probably done by this very exchange.
    /// </summary>
    public bool EarlierAttemptMayHaveArrived { get; internal set; }

    /// <summary>Every attempt, the first one first.</summary>
    public IReadOnlyList<AttemptRecord> History { get; internal set; } = Array.Empty<AttemptRecord>();

    /// <summary>What the last attempt threw, without secrets.</summary>
    public Exception? Failure { get; internal set; }
}
