using System;

namespace OrderOps.Batching;

/// <summary>
/// Which keys a run has seen and with what content, 64 bits each. Its parts grow one at a time, so that a million orders
/// cost some 30 MB and growing never doubles that for a moment, as one dictionary does.
/// </summary>
internal sealed class SeenTable
{
    private const int PartBits = 8;
    private const int FirstSlots = 16;

    private readonly ulong[]?[] _parts = new ulong[1 << PartBits][];
    private readonly int[] _counts = new int[1 << PartBits];

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="content">What it came with.</param>
    /// <param name="earlier">What it came with the first time, if it is there already.</param>
    /// <returns>Whether it was not there before.</returns>
    public bool TryAdd(ulong key, ulong content, out ulong earlier)
    {
        // A slot whose key is 0 is free.
        key = key == 0 ? 1 : key;
        int part = (int)(key >> (64 - PartBits));
        ulong[] slots = _parts[part] ??= new ulong[2 * FirstSlots];
        int at = Find(slots, key);
        earlier = slots[at + 1];
        if (slots[at] == key)
        {
            return false;
        }

        slots[at] = key;
        slots[at + 1] = content;
        if (++_counts[part] > slots.Length / 8 * 3)
        {
            _parts[part] = Grown(slots);
        }

        return true;
    }

    /// <summary>The place of the key, or of the free slot where it belongs; there is always one.</summary>
    private static int Find(ulong[] slots, ulong key)
    {
        int last = slots.Length - 2;
        int at = (int)(key << 1) & last;
        while (slots[at] != 0 && slots[at] != key)
        {
            at = (at + 2) & last;
        }

        return at;
    }

    private static ulong[] Grown(ulong[] slots)
    {
        ulong[] grown = new ulong[2 * slots.Length];
        for (int i = 0; i < slots.Length; i += 2)
        {
            if (slots[i] != 0)
            {
                Array.Copy(slots, i, grown, Find(grown, slots[i]), 2);
            }
        }

        return grown;
    }
}
