using System.Threading;

namespace OrderOps.Batching;

/// <summary>Batches whose claims begin together, so that one commit can take them all.</summary>
/// <param name="count">How many they are.</param>
internal sealed class ClaimHandful(int count)
{
    private int _left = count;

    /// <summary>Called once for each, when its claim is ready to be written.</summary>
    /// <returns>Whether no other is still to come.</returns>
    public bool IsLast() => Interlocked.Decrement(ref _left) <= 0;
}
