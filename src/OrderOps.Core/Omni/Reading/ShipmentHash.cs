using System;
using System.Collections.Generic;
using System.Security.Cryptography;

namespace OrderOps.Omni;

/// <summary>Tells whether a shipment that comes again is still the same. Its results are the same on every machine.</summary>
internal static class ShipmentHash
{
    private const byte Version = 1;
    private const int FactsAt = 1;
    private const int RestAt = 17;
    private const int PairsAt = 25;
    private const int PairSize = 8;

    [ThreadStatic]
    private static SHA256? _sha;

    [ThreadStatic]
    private static ShipmentText? _text;

    /// <summary>A hash of codes, invoice ids, items, quantities, amounts and taxes, with its version in front.</summary>
    public static string Of(OmniShipment shipment) => Of(Print(shipment));

    /// <summary>The hash of a shipment whose print is known.</summary>
    public static string Of(byte[] print)
    {
        const string Digits = "0123456789abcdef";
        char[] text = new char[2 + ((RestAt - FactsAt) * 2)];
        text[0] = '1';
        text[1] = ':';
        for (int i = FactsAt; i < RestAt; i++)
        {
            text[i * 2] = Digits[print[i] >> 4];
            text[(i * 2) + 1] = Digits[print[i] & 15];
        }

        return new string(text);
    }

    /// <summary>
    /// All that a later comparison needs, without personal data and without the body: version, the hash of
    /// <see cref="Of(OmniShipment)"/>, a hash of what may change, and two times 32 bits for each value that is there.
    /// </summary>
    public static byte[] Print(OmniShipment shipment)
    {
        ShipmentText text = _text ??= new ShipmentText();
        text.Facts(shipment);
        byte[] print = new byte[PairsAt + (text.Hashes.Length * 4)];
        print[0] = Version;
        Buffer.BlockCopy(Hash(text), 0, print, FactsAt, RestAt - FactsAt);
        int at = PairsAt;
        foreach (uint half in text.Hashes)
        {
            print[at++] = (byte)(half >> 24);
            print[at++] = (byte)(half >> 16);
            print[at++] = (byte)(half >> 8);
            print[at++] = (byte)half;
        }

        text.Rest(shipment);
        Buffer.BlockCopy(Hash(text), 0, print, RestAt, PairsAt - RestAt);
        return print;
    }

    /// <summary>
    /// What the later shipment is to the earlier one, by their prints. Postings come in any order: the earlier one is the
    /// one whose posting is older by eventTime and messageId, not the one that came first.
    /// </summary>
    public static ShipmentChange Compare(byte[] earlier, byte[] later)
    {
        if (earlier.Length < PairsAt || later.Length < PairsAt || earlier[0] != later[0])
        {
            throw new ArgumentException("These are not prints of one version.", nameof(later));
        }

        if (Same(earlier, later, FactsAt, RestAt))
        {
            return Same(earlier, later, RestAt, PairsAt) ? ShipmentChange.Seen : ShipmentChange.Updated;
        }

        Dictionary<uint, uint> values = new();
        for (int at = PairsAt; at < later.Length; at += PairSize)
        {
            values[Number(later, at)] = Number(later, at + 4);
        }

        for (int at = PairsAt; at < earlier.Length; at += PairSize)
        {
            if (!values.TryGetValue(Number(earlier, at), out uint value) || value != Number(earlier, at + 4))
            {
                return ShipmentChange.Conflict;
            }
        }

        return ShipmentChange.Updated;
    }

    private static byte[] Hash(ShipmentText text) => (_sha ??= SHA256.Create()).ComputeHash(text.Bytes, 0, text.Length);

    private static bool Same(byte[] one, byte[] other, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (one[at] != other[at])
            {
                return false;
            }
        }

        return true;
    }

    private static uint Number(byte[] bytes, int at) =>
        ((uint)bytes[at] << 24) | ((uint)bytes[at + 1] << 16) | ((uint)bytes[at + 2] << 8) | bytes[at + 3];
}
