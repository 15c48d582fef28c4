using System.Threading;

namespace OrderOps.Omni;

/// <summary>Counts the requests in hand and the bytes of their bodies, and lets no more in than agreed.</summary>
internal sealed class InHand
{
    private readonly int _maximumRequests;
    private readonly long _maximumBytes;
    private int _requests;
    private long _bytes;

    public InHand(int maximumRequests, long maximumBytes)
    {
        _maximumRequests = maximumRequests;
        _maximumBytes = maximumBytes;
    }

    /// <summary>Requests in hand.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Takes a request in hand, if there is room.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _requests) <= _maximumRequests)
        {
            return true;
        }

        Interlocked.Decrement(ref _requests);
        return false;
    }

    /// <summary>Takes bytes in hand, if there is room.</summary>
    public bool TryReserve(long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= _maximumBytes)
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -bytes);
        return false;
    }

    /// <summary>Gives back bytes that a request had.</summary>
    public void GiveBack(long bytes) => Interlocked.Add(ref _bytes, -bytes);

    /// <summary>Gives back what a request had.</summary>
    public void Leave(long bytes)
    {
        GiveBack(bytes);
        Interlocked.Decrement(ref _requests);
    }
}
