namespace OrderOps.Batching;

/// <summary>A set of 64-bit hashes of keys: 16 MB for a million, where a dictionary would take several times that.</summary>
internal sealed class KeySet
{
    private ulong[] _slots = new ulong[1024];
    private bool _hasZero;

    /// <summary>How many keys it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was new.</returns>
    public bool Add(string key) => Add(KeyHash.Of(key));

    /// <summary>Adds a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <returns>Whether it was new.</returns>
    public bool Add(ulong hash)
    {
        if (hash == 0)
        {
            // Zero marks a free slot.
            bool isNew = !_hasZero;
            _hasZero = true;
            Count += isNew ? 1 : 0;
            return isNew;
        }

        if (!Put(_slots, hash))
        {
            return false;
        }

        Count++;
        if (Count > _slots.Length / 4 * 3)
        {
            Grow();
        }

        return true;
    }

    private void Grow()
    {
        ulong[] larger = new ulong[_slots.Length * 2];
        foreach (ulong hash in _slots)
        {
            if (hash != 0)
            {
                Put(larger, hash);
            }
        }

        _slots = larger;
    }

    private static bool Put(ulong[] slots, ulong hash)
    {
        ulong mask = (ulong)slots.Length - 1;
        for (ulong at = hash & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == 0)
            {
                slots[at] = hash;
                return true;
            }

            if (slots[at] == hash)
            {
                return false;
            }
        }
    }
}
