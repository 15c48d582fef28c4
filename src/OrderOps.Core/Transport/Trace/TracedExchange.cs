using System;
using System.Collections.Generic;

namespace OrderOps.Transport;

/// <summary>One attempt as people get to see it: secrets are gone from all of it.</summary>
public sealed class TracedExchange
{
    internal TracedExchange()
    {
    }

    /// <summary>When the attempt began.</summary>
    public DateTimeOffset Time { get; internal set; }

    /// <summary>What people call the request, such as <c>batch 3</c>.</summary>
    public string? Label { get; internal set; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; internal set; } = string.Empty;

    /// <summary>Where it went.</summary>
    public string Address { get; internal set; } = string.Empty;

    /// <summary>Its headers.</summary>
    public IReadOnlyDictionary<string, string> RequestHeaders { get; internal set; } = ServiceReply.NoHeaders;

    /// <summary>Its body, the first 64 kB of it.</summary>
    public string RequestBody { get; internal set; } = string.Empty;

    /// <summary>The reply's HTTP status, if one came.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The reply's headers.</summary>
    public IReadOnlyDictionary<string, string> ReplyHeaders { get; internal set; } = ServiceReply.NoHeaders;

    /// <summary>The reply's body, the first 64 kB of it.</summary>
    public string ReplyBody { get; internal set; } = string.Empty;

    /// <summary>How long the attempt took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Counts from 1 within one exchange.</summary>
    public int Attempt { get; internal set; }

    /// <summary>What went wrong, in a few words; null if nothing did.</summary>
    public string? Failure { get; internal set; }
}
