using System;

namespace OrderOps.Transport;

/// <summary>One attempt of an exchange.</summary>
public sealed class AttemptRecord
{
    internal AttemptRecord(int number, DateTimeOffset startedAt, TimeSpan elapsed, int? statusCode, AttemptFailure failure, string message)
    {
        Number = number;
        StartedAt = startedAt;
        Elapsed = elapsed;
        StatusCode = statusCode;
        Failure = failure;
        Message = message;
    }

    /// <summary>Counts from 1.</summary>
    public int Number { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How long it took, without the wait after it.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The HTTP status, if a reply came.</summary>
    public int? StatusCode { get; }

    /// <summary>What went wrong, if anything did.</summary>
    public AttemptFailure Failure { get; }

    /// <summary>What happened, in a few words and without secrets.</summary>
    public string Message { get; }

    /// <summary>How long was waited before the next attempt; zero after the last.</summary>
    public TimeSpan Delay { get; internal set; }
}
