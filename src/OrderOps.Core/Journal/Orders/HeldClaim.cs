using System.Threading;

namespace OrderOps.Journal;

/// <summary>A claim of which a run has orders in hand.</summary>
/// <param name="id">Its row.</param>
/// <param name="count">How many orders came by it.</param>
internal sealed class HeldClaim(long id, int count = 0)
{
    private int _left = count;

    /// <summary>Its row.</summary>
    public long Id { get; } = id;

    /// <summary>How many orders came by it.</summary>
    public int Count { get; } = count;

    /// <summary>Whether none is in hand any more.</summary>
    public bool IsDone => Volatile.Read(ref _left) <= 0;

    /// <summary>One is not in hand any more.</summary>
    public void Release() => Interlocked.Decrement(ref _left);
}
