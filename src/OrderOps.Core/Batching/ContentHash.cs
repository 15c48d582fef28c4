using System;
using System.Security.Cryptography;

namespace OrderOps.Batching;

/// <summary>Tells contents apart: the first 64 bits of a SHA-256, the same on every machine.</summary>
internal static class ContentHash
{
    [ThreadStatic]
    private static SHA256? _sha;

    public static ulong Of(byte[] content)
    {
        byte[] hash = (_sha ??= SHA256.Create()).ComputeHash(content);
        ulong first = 0;
        for (int i = 0; i < 8; i++)
        {
            first = (first << 8) | hash[i];
        }

        return first;
    }
}
