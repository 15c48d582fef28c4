using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>A bundle, as newer postings describe it. Vendor page: Order Posting, bundledSkuDefinitions.</summary>
public sealed class OmniBundledSku : OmniPart
{
    /// <summary>The bundle's SKU at the channel (<c>bundledParentChannelSkuId</c>).</summary>
    public string? BundledParentChannelSkuId { get; internal set; }

    /// <summary>The bundle's barcode (<c>bundledParentBarcode</c>).</summary>
    public string? BundledParentBarcode { get; internal set; }

    /// <summary>Its parts (<c>childSkus</c>).</summary>
    public IReadOnlyList<OmniChildSku> ChildSkus { get; internal set; } = [];
}
