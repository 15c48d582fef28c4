using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace OrderOps.Batching;

/// <summary>
/// Tells contents apart, the same on every machine: XXH64 with the seed 0, as it runs once an order. What it is of changes
/// with <see cref="OrderOps.Journal.OrderClaim.ContentVersion"/> only, so that nothing passes for changed by a new version of OrderOps.
/// </summary>
internal static class ContentHash
{
    private const ulong Prime1 = 11400714785074694791;
    private const ulong Prime2 = 14029467366897019727;
    private const ulong Prime3 = 1609587929392839161;
    private const ulong Prime4 = 9650029242287828579;
    private const ulong Prime5 = 2870177450012600261;

    [MethodImpl(Compiled.AtOnce)]
    public static ulong Of(byte[] content)
    {
        ReadOnlySpan<byte> rest = content;
        ulong hash = Prime5;
        if (rest.Length >= 32)
        {
            hash = OfStripes(ref rest);
        }

        hash += (ulong)content.Length;
        for (; rest.Length >= 8; rest = rest.Slice(8))
        {
            hash = (Rotate(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1) + Prime4;
        }

        if (rest.Length >= 4)
        {
            hash = (Rotate(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2) + Prime3;
            rest = rest.Slice(4);
        }

        foreach (byte one in rest)
        {
            hash = Rotate(hash ^ (one * Prime5), 11) * Prime1;
        }

        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static ulong OfStripes(ref ReadOnlySpan<byte> rest)
    {
        ulong a = unchecked(Prime1 + Prime2);
        ulong b = Prime2;
        ulong c = 0;
        ulong d = unchecked(0 - Prime1);
        for (; rest.Length >= 32; rest = rest.Slice(32))
        {
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(rest.Slice(8)));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(rest.Slice(16)));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(rest.Slice(24)));
        }

        return Merge(Merge(Merge(Merge(Rotate(a, 1) + Rotate(b, 7) + Rotate(c, 12) + Rotate(d, 18), a), b), c), d);
    }

    private static ulong Round(ulong sum, ulong lane) => Rotate(sum + (lane * Prime2), 31) * Prime1;

    private static ulong Merge(ulong hash, ulong sum) => ((hash ^ Round(0, sum)) * Prime1) + Prime4;

    private static ulong Rotate(ulong value, int by) => (value << by) | (value >> (64 - by));
}
