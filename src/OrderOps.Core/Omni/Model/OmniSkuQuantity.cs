namespace OrderOps.Omni;

/// <summary>How many of one SKU lie in a pack box. Vendor page: Order Posting, skuQuantityDataList.</summary>
public sealed class OmniSkuQuantity : OmniPart
{
    /// <summary>Increff's id of the SKU (<c>globalSkuId</c>).</summary>
    public long? GlobalSkuId { get; internal set; }

    /// <summary>The client's id of the SKU (<c>clientSkuId</c>).</summary>
    public string? ClientSkuId { get; internal set; }

    /// <summary>Pieces (<c>count</c>).</summary>
    public int? Count { get; internal set; }
}
