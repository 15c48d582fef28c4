using System;

namespace OrderOps.Sandbox.Omni;

/// <summary>Spreads postings evenly over time.</summary>
internal static class Pace
{
    /// <summary>How long the posting of this index, counted from 0, has to wait.</summary>
    /// <param name="rate">Postings a second; 0 for no limit.</param>
    /// <param name="index">Its place.</param>
    /// <param name="elapsed">Since the start.</param>
    public static TimeSpan Before(double rate, int index, TimeSpan elapsed)
    {
        if (rate <= 0)
        {
            return TimeSpan.Zero;
        }

        TimeSpan due = TimeSpan.FromTicks((long)(index / rate * TimeSpan.TicksPerSecond));
        return due > elapsed ? due - elapsed : TimeSpan.Zero;
    }
}
