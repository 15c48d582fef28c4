namespace OrderOps.Transport;

/// <summary>What went wrong with one attempt.</summary>
public enum AttemptFailure
{
    /// <summary>Nothing: there is a reply that counts.</summary>
    None,

    /// <summary>Before a byte of the request was sent: name not found, connection refused, TLS failed, no connection in time.</summary>
    BeforeSending,

    /// <summary>Status 429 or 503: the service did not take the request.</summary>
    Throttled,

    /// <summary>No complete reply in time, after sending had begun. Also status 408.</summary>
    TimedOut,

    /// <summary>The connection broke after sending had begun.</summary>
    ConnectionLost,

    /// <summary>Status 425 or any 5xx but 503.</summary>
    ServerError,

    /// <summary>A 2xx reply that can't be read.</summary>
    Unreadable,
}
