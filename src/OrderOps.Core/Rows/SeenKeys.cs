using System.Collections.Generic;

namespace OrderOps.Rows;

/// <summary>Remembers keys as 64-bit hashes, so that a million orders cost some tens of megabytes and not their text.</summary>
internal sealed class SeenKeys
{
    private readonly HashSet<ulong> _hashes = new();

    /// <summary>Whether it was not there before.</summary>
    public bool Add(string key) => _hashes.Add(Hash(key));

    private static ulong Hash(string key)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in key)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        // Order numbers differ in their last digits only; mixing spreads that over all bits.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
