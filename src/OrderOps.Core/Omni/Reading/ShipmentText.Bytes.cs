using System;
using System.Globalization;
using System.Text;

namespace OrderOps.Omni;

/// <content>The bytes, and the hashes of places and values that are taken on the way.</content>
internal sealed partial class ShipmentText
{
    private const uint HashOfNothing = 2166136261;
    private const byte End = 0x1e;

    // Of decimals with more places the general format becomes an exponent at some point.
    private const int MostPlaces = 4;

    // A key stands in front of each value below it: one of megabytes would make gigabytes.
    private const int LongestKey = 100;

    // What a hostile shipment made large is not kept for the next one.
    private const int MostKept = 256 * 1024;

    private byte[] _bytes = new byte[4096];
    private byte[] _place = new byte[256];
    private uint[] _hashes = new uint[256];
    private Place _at;

    /// <summary>The text; what stands behind <see cref="Length"/> is not part of it.</summary>
    public byte[] Bytes => _bytes;

    public int Length { get; private set; }

    /// <summary>For each value the hash of its place and its own.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, HashCount);

    private int HashCount { get; set; }

    private void Clear()
    {
        if (_bytes.Length > MostKept)
        {
            _bytes = new byte[4096];
            _hashes = new uint[256];
        }

        Length = HashCount = 0;
        _at = new Place(0, HashOfNothing);
    }

    private Place Enter(string part)
    {
        Place outer = _at;
        Ensure(ref _place, _at.Length, part.Length * 3);
        int length = _at.Length + Encoding.UTF8.GetBytes(part, 0, part.Length, _place, _at.Length);
        _at = new Place(length, Hash(_at.Hash, _place, _at.Length, length));
        return outer;
    }

    private Place Enter(string name, string key, int turn) =>
        Enter(name + Between + (key.Length > LongestKey ? Shorten(key) : key) + Between + turn.ToString(CultureInfo.InvariantCulture) + ".");

    private static string Shorten(string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        return key.Substring(0, LongestKey) + Hash(HashOfNothing, bytes, 0, bytes.Length).ToString("x8", CultureInfo.InvariantCulture);
    }

    private void Leave(Place outer) => _at = outer;

    private void Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            uint place = Begin(name, value!.Length * 3);
            int start = Length;
            Length += Encoding.UTF8.GetBytes(value, 0, value.Length, _bytes, Length);
            Finish(place, start);
        }
    }

    private void Add(string name, DateTimeOffset? time) => Add(name, time?.UtcTicks);

    private void Add(string name, long? number, string nameEnd = "")
    {
        if (number is { } value)
        {
            uint place = Begin(name, 20, nameEnd);
            int start = Length;
            Write(value);
            Finish(place, start);
        }
    }

    private void Add(string name, decimal? number)
    {
        if (number is not { } value)
        {
            return;
        }

        int[] bits = decimal.GetBits(value);
        int places = (bits[3] >> 16) & 0xff;
        if (bits[2] != 0 || bits[1] < 0 || places > MostPlaces)
        {
            Add(name, value.ToString("G29", CultureInfo.InvariantCulture));
            return;
        }

        long digits = ((long)bits[1] << 32) | (uint)bits[0];
        for (; places > 0 && digits % 10 == 0; places--)
        {
            digits /= 10;
        }

        uint place = Begin(name, 24);
        int start = Length;
        Write(bits[3] < 0 ? -digits : digits, places);
        Finish(place, start);
    }

    private void Write(long number, int places = 0)
    {
        if (number < 0)
        {
            _bytes[Length++] = (byte)'-';
        }

        ulong left = number < 0 ? (ulong)-number : (ulong)number;
        int start = Length;
        for (int written = 0; left > 0 || written <= places; written++)
        {
            if (written == places && places > 0)
            {
                _bytes[Length++] = (byte)'.';
            }

            _bytes[Length++] = (byte)('0' + (left % 10));
            left /= 10;
        }

        Array.Reverse(_bytes, start, Length - start);
    }

    private uint Begin(string name, int room, string nameEnd = "")
    {
        Ensure(ref _bytes, Length, _at.Length + name.Length + nameEnd.Length + room + 2);
        Buffer.BlockCopy(_place, 0, _bytes, Length, _at.Length);
        int start = Length += _at.Length;
        Length += Encoding.UTF8.GetBytes(name, 0, name.Length, _bytes, Length);
        Length += Encoding.UTF8.GetBytes(nameEnd, 0, nameEnd.Length, _bytes, Length);
        uint hash = Hash(_at.Hash, _bytes, start, Length);
        _bytes[Length++] = (byte)'=';
        return hash;
    }

    private void Finish(uint place, int start)
    {
        if (HashCount + 2 > _hashes.Length)
        {
            Array.Resize(ref _hashes, _hashes.Length * 2);
        }

        _hashes[HashCount++] = place;
        _hashes[HashCount++] = Hash(HashOfNothing, _bytes, start, Length);
        _bytes[Length++] = End;
    }

    private static void Ensure(ref byte[] bytes, int used, int room)
    {
        if (bytes.Length - used < room)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + room));
        }
    }

    private static uint Hash(uint hash, byte[] bytes, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            hash = (hash ^ bytes[at]) * 16777619;
        }

        return hash;
    }

    /// <summary>How much of the place stands there, and the hash of it.</summary>
    private readonly record struct Place(int Length, uint Hash);
}
