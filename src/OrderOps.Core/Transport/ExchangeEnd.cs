namespace OrderOps.Transport;

/// <summary>How an exchange with a service ended, all its attempts taken together.</summary>
public enum ExchangeEnd
{
    /// <summary>There is a reply that counts, whatever its status; what it means is for the slice to read.</summary>
    Replied,

    /// <summary>Every attempt failed before a byte of the request left the machine.</summary>
    NotSent,

    /// <summary>An attempt failed after sending had begun (time-out, reset, 5xx) and nothing later made up for it.</summary>
    MayHaveArrived,

    /// <summary>The service said 429 or 503 to the end, or asked for a longer pause than allowed: it did not take the request.</summary>
    Throttled,

    /// <summary>The breaker is open, so nothing was sent.</summary>
    BreakerOpen,

    /// <summary>The caller stopped before the request was sent.</summary>
    Stopped,

    /// <summary>The caller lost the right to send it, so no further attempt was made; none before may have arrived.</summary>
    Withheld,
}
