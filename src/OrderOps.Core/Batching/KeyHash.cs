namespace OrderOps.Batching;

/// <summary>64 bits of a key, so that a run over millions of orders remembers which it has seen in little room.</summary>
internal static class KeyHash
{
    // FNV-1a with a final mix; two of a million keys collide with a chance of 1 in 37 million.
    public static ulong Of(string key)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char character in key)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93UL;
        return hash ^ (hash >> 32);
    }
}
