namespace OrderOps.Transport;

/// <summary>What follows a failed attempt.</summary>
public enum RetryVerdict
{
    /// <summary>Wait, then try again.</summary>
    Retry,

    /// <summary>The reply stands as it is.</summary>
    Final,

    /// <summary>Give up; nothing was sent.</summary>
    NotSent,

    /// <summary>Give up; the request may have arrived.</summary>
    MayHaveArrived,

    /// <summary>Give up; the service did not take the request.</summary>
    Throttled,
}
