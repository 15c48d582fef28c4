using System;

namespace OrderOps.Sandbox.External;

/// <summary>What a generated order is made of, all of it derived from its position: nothing is stored, and every start gives the same.</summary>
internal readonly struct OrderFacts
{
    public const int MostOrders = 1_000_000;

    // 61 s apart, a million orders end within two years of the first.
    private const int SecondsApart = 61;

    /// <summary>Ids of items are those of their order, times this, and their place in it from 1.</summary>
    public const int ItemsPerOrder = 100;

    private static readonly DateTime First = new(2023, 1, 1, 6, 0, 0, DateTimeKind.Utc);

    // New orders are a fifth, so that a filter has something to find.
    private static readonly int[] StatusShares = [0, 0, 0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    private readonly ulong _chance;

    public OrderFacts(int position)
    {
        Position = position;
        _chance = Mix((ulong)position + 1);
    }

    public int Position { get; }

    public long Id => Position + 1;

    public DateTime CreatedAt => First.AddSeconds((long)Position * SecondsApart);

    public int Status => StatusShares[Pick(0, StatusShares.Length)];

    public int Shop => 1 + Pick(8, LookUps.StoreCount);

    public int? PromoCode => Pick(12, 4) == 0 ? 1 + Pick(16, LookUps.PromoCodeCount) : null;

    public int ItemCount => 1 + Pick(20, 3);

    public int Region => Pick(24, LookUps.RegionCount);

    public int Locality => Pick(28, LookUps.LocalitiesOfRegion);

    public int Sector => 1 + Pick(32, LookUps.SectorCount);

    public long Rrn => 100_000_000_000 + Position;

    public bool CashOnDelivery => Pick(36, 2) == 0;

    public ItemFacts Item(int place) => new((Id * ItemsPerOrder) + place, Mix(_chance + (ulong)place));

    /// <summary>A number from 0 up to but not including a limit, the same for the same order and salt.</summary>
    public int Pick(int salt, int limit) => (int)((_chance >> salt) % (ulong)limit);

    /// <summary>The position of the first generated order after a moment.</summary>
    public static int FirstAfter(long unixSeconds)
    {
        var passed = unixSeconds - new DateTimeOffset(First).ToUnixTimeSeconds();
        return passed < 0 ? 0 : (int)Math.Min(int.MaxValue, (passed / SecondsApart) + 1);
    }

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
