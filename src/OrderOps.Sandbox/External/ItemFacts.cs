namespace OrderOps.Sandbox.External;

/// <summary>What an item of a generated order is made of.</summary>
internal readonly struct ItemFacts(long id, ulong chance)
{
    public long Id { get; } = id;

    public int Product { get; } = (int)(chance % LookUps.ProductCount);

    public int Quantity { get; } = 1 + (int)((chance >> 16) % 4);

    public int LoyaltyPrice { get; } = (int)((chance >> 24) % 100);

    /// <summary>In hundredths.</summary>
    public int Price => LookUps.PriceOf(Product);
}
