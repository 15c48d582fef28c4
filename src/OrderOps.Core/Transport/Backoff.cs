using System;

namespace OrderOps.Transport;

/// <summary>How long to wait before trying again: exponential with full jitter, so that callers who failed together don't come back together.</summary>
public static class Backoff
{
    /// <summary>Between zero and the smaller of <paramref name="cap"/> and <paramref name="interval"/> doubled for each attempt after the first.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="interval">The ceiling after the first attempt.</param>
    /// <param name="cap">The ceiling of ceilings.</param>
    /// <param name="random">At least 0 and less than 1.</param>
    public static TimeSpan Delay(int attempt, TimeSpan interval, TimeSpan cap, double random)
    {
        var ceiling = interval.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30));
        return TimeSpan.FromMilliseconds(Math.Max(0, Math.Min(ceiling, cap.TotalMilliseconds) * random));
    }
}
