using System;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>The right to consume an inbox; one holds it at a time, and disposing gives it back.</summary>
internal sealed class ConsumerLease(ProcessIdentity owner, Action release) : IDisposable
{
    private Action? release = release;

    /// <summary>This process.</summary>
    public ProcessIdentity Owner { get; } = owner;

    public void Dispose() => System.Threading.Interlocked.Exchange(ref release, null)?.Invoke();
}
