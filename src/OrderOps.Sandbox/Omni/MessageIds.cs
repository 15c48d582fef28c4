using System;
using System.Threading;

namespace OrderOps.Sandbox.Omni;

/// <summary>Message ids in ascending order, as Omni gives them out.</summary>
public sealed class MessageIds
{
    private long _last;

    /// <summary>Starts at an id.</summary>
    public MessageIds(long first) => _last = first - 1;

    /// <summary>Ids that no earlier run had: they start at the time of day in milliseconds, times a thousand.</summary>
    public static MessageIds FromClock() => new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000);

    /// <summary>The next one.</summary>
    public long Next() => Interlocked.Increment(ref _last);
}
