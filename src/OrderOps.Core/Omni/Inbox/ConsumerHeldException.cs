using System;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Another consumer holds the inbox.</summary>
internal sealed class ConsumerHeldException(string path, ProcessIdentity? owner)
    : Exception($"The inbox '{path}' is being consumed by {owner?.ToString() ?? "another process"}.")
{
    /// <summary>Who holds it, where known.</summary>
    public ProcessIdentity? Owner { get; } = owner;

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; } = "Stop that process, or give this one an inbox of its own with -Inbox.";
}
