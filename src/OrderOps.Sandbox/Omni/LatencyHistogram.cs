using System;

namespace OrderOps.Sandbox.Omni;

/// <summary>
/// Latencies in buckets that grow by a 32nd of an octave, from a microsecond to hours: percentiles within 3 %, in a few
/// kilobytes however many there are. Not safe for several threads.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int StepsPerOctave = 32;
    private const int Octaves = 36;

    private readonly long[] _counts = new long[StepsPerOctave * Octaves];
    private long _total;
    private double _slowest;

    public double SlowestMs => _slowest / 1000;

    public void Add(TimeSpan latency)
    {
        double microseconds = Math.Max(1, latency.Ticks / 10d);
        int bucket = (int)(Math.Log(microseconds, 2) * StepsPerOctave);
        _counts[Math.Min(bucket, _counts.Length - 1)]++;
        _total++;
        _slowest = Math.Max(_slowest, microseconds);
    }

    /// <summary>The latency in milliseconds that this share of all is not above; 0 if there is none.</summary>
    public double PercentileMs(double share)
    {
        long wanted = (long)Math.Ceiling(share * _total);
        long seen = 0;
        for (int bucket = 0; bucket < _counts.Length && _total > 0; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= wanted)
            {
                return Math.Min(_slowest, Math.Pow(2, (bucket + 1d) / StepsPerOctave)) / 1000;
            }
        }

        return 0;
    }
}
