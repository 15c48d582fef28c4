using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace OrderOps.Omni;

/// <summary>What a receiver counts of requests that never became a stored posting.</summary>
internal sealed class ReceiverCounts
{
    private readonly ConcurrentDictionary<string, StrongCount> _refused = new();

    /// <summary>Requests that were refused, by reason.</summary>
    public IReadOnlyDictionary<string, long> Refused => _refused.ToDictionary(static entry => entry.Key, static entry => entry.Value.Value);

    /// <summary>Counts a refusal.</summary>
    public void Add(string reason) => _refused.GetOrAdd(reason, static _ => new StrongCount()).Add();

    private sealed class StrongCount
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Add() => Interlocked.Increment(ref _value);
    }
}
