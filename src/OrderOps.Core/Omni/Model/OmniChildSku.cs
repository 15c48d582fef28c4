namespace OrderOps.Omni;

/// <summary>One part of a bundle. Vendor page: Order Posting, childSkus.</summary>
public sealed class OmniChildSku : OmniPart
{
    /// <summary>SKU at the channel (<c>channelSkuCode</c>).</summary>
    public string? ChannelSkuCode { get; internal set; }

    /// <summary>Barcode (<c>barcode</c>).</summary>
    public string? Barcode { get; internal set; }

    /// <summary>Pieces (<c>qty</c>).</summary>
    public int? Qty { get; internal set; }
}
