namespace OrderOps.Sandbox.Server;

/// <summary>FNV-1a in 64 bits: two of a million different texts meet with a chance of 3 in 100 million.</summary>
internal static class Fnv
{
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
