using System;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>A delivery could not be stored, so it must not be acknowledged: the disk is full, the file is locked, the inbox is closed.</summary>
internal sealed class InboxUnavailableException(StoreException inner) : Exception(inner.Message, inner)
{
    /// <summary>What kind of failure it is, for scripts.</summary>
    public string ErrorId { get; } = inner.ErrorId;

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; } = inner.RecommendedAction;
}
