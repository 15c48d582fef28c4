using System;
using System.Diagnostics;
using System.Threading;

namespace OrderOps.Omni;

/// <summary>How long the latest commits took.</summary>
internal sealed class CommitTimes
{
    private const int Kept = 2048;

    private readonly long[] _ticks = new long[Kept];
    private long _count;

    /// <summary>Adds one, in ticks of <see cref="Stopwatch"/>.</summary>
    public void Add(long ticks) => _ticks[(Interlocked.Increment(ref _count) - 1) % Kept] = ticks;

    /// <summary>A percentile of the latest ones in milliseconds; 0 if there are none.</summary>
    public double Percentile(double percent)
    {
        int count = (int)Math.Min(Interlocked.Read(ref _count), Kept);
        if (count == 0)
        {
            return 0;
        }

        long[] sorted = new long[count];
        Array.Copy(_ticks, sorted, count);
        Array.Sort(sorted);
        int place = (int)Math.Ceiling(count * percent / 100) - 1;
        return Math.Round(sorted[Math.Max(place, 0)] * 1000.0 / Stopwatch.Frequency, 3);
    }
}
