using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What every part of a posting has: the members that no table of the vendor names.</summary>
public abstract class OmniPart
{
    private UnreadMembers? _unread;
    private IDictionary<string, object?>? _additional;

    private protected OmniPart()
    {
    }

    /// <summary>
    /// Members that are not known, and known ones whose value can't be read, by their names without regard to case:
    /// strings, numbers (long or decimal; one that fits neither is its text), booleans, dictionaries and lists.
    /// </summary>
    public IDictionary<string, object?> AdditionalData =>
        _additional ??= _unread?.Read() ?? new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers where a member stands. It is read when somebody asks, so that a megabyte of them costs nothing.</summary>
    internal void AddUnread(byte[] body, int at) => (_unread ??= new UnreadMembers(body)).Add(at);
}
