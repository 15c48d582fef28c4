using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Transport;

/// <summary>The last attempts, for people who look for what went wrong. Safe for use by many at a time.</summary>
public sealed class ExchangeTrace
{
    private readonly TraceEntry?[] _entries;
    private readonly object _lock = new();
    private long _added;

    /// <summary>Makes one.</summary>
    /// <param name="capacity">How many attempts it remembers; zero for none.</param>
    public ExchangeTrace(int capacity) => _entries = new TraceEntry?[Math.Max(0, capacity)];

    /// <summary>What is remembered, the oldest first, without secrets.</summary>
    /// <param name="includePersonalData">Whether names, phones, e-mails and addresses are left in.</param>
    public IReadOnlyList<TracedExchange> Read(bool includePersonalData = false)
    {
        TraceEntry[] entries;
        lock (_lock)
        {
            var first = Math.Max(0, _added - _entries.Length);
            entries = Enumerable.Range(0, (int)(_added - first)).Select(offset => _entries[(first + offset) % _entries.Length]!).ToArray();
        }

        return entries.Select(entry => entry.Show(includePersonalData)).ToArray();
    }

    internal void Add(ServiceRequest request, Uri address, AttemptResult result, int attempt, SecretLiterals secrets, string userAgent)
    {
        if (_entries.Length == 0)
            return;

        var entry = new TraceEntry(request, address, result, attempt, secrets, userAgent);
        lock (_lock)
            _entries[_added++ % _entries.Length] = entry;
    }
}
