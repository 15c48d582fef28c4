using System;
using System.Threading;

namespace OrderOps.Journal;

/// <summary>
/// A run's lease by its own clocks: the wall clock, which other processes go by and which goes on while the machine
/// sleeps, and the stopwatch, which nobody sets back.
/// </summary>
internal sealed class RunLease(TimeProvider time, TimeSpan length)
{
    // What leaves the machine at the last moment needs a while to arrive.
    private readonly TimeSpan _margin = TimeSpan.FromTicks(length.Ticks / 6);
    private LeaseTerm? _term;
    private bool _isLost;

    /// <summary>How often it is to be renewed.</summary>
    public TimeSpan RenewEvery { get; } = TimeSpan.FromTicks(length.Ticks / 3);

    /// <summary>Whether it holds, and for a while yet.</summary>
    public bool IsHeld =>
        !Volatile.Read(ref _isLost)
        && Volatile.Read(ref _term) is { } term
        && time.GetElapsedTime(term.Begun) < length - _margin
        && time.GetUtcNow() < term.Until - _margin;

    /// <summary>Whether another process took orders over while it had run out. It is never renewed then.</summary>
    public bool IsLost => Volatile.Read(ref _isLost);

    /// <summary>A new term, from now on, to be written first and taken then.</summary>
    public LeaseTerm Next() => new(time.GetTimestamp(), time.GetUtcNow() + length);

    /// <summary>Takes a term that has been written.</summary>
    public void Take(LeaseTerm term) => Volatile.Write(ref _term, term);

    /// <summary>Gives it up for good.</summary>
    public void Lose() => Volatile.Write(ref _isLost, true);
}

/// <summary>One term of a lease.</summary>
/// <param name="Begun">The stopwatch when it was asked for.</param>
/// <param name="Until">When it ends.</param>
internal sealed record LeaseTerm(long Begun, DateTimeOffset Until);
