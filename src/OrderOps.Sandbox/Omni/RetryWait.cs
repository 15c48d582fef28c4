using System;

namespace OrderOps.Sandbox.Omni;

/// <summary>How long a posting waits before it is sent again.</summary>
internal static class RetryWait
{
    /// <param name="attempts">How often it was sent.</param>
    /// <param name="interval">The first wait; it doubles.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="asked">The receiver's Retry-After.</param>
    public static TimeSpan Before(int attempts, TimeSpan interval, TimeSpan longest, TimeSpan? asked)
    {
        double doubled = interval.Ticks * Math.Pow(2, Math.Min(attempts - 1, 30));
        double wait = Math.Max(doubled, asked?.Ticks ?? 0);
        return TimeSpan.FromTicks((long)Math.Min(wait, longest.Ticks));
    }
}
