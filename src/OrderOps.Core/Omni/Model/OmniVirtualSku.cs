using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>A bundle, as older postings describe it. Vendor page: Order Posting, virtualSkuDefinitions.</summary>
public sealed class OmniVirtualSku : OmniPart
{
    /// <summary>The bundle's SKU at the channel (<c>virtualParentChannelSkuId</c>).</summary>
    public string? VirtualParentChannelSkuId { get; internal set; }

    /// <summary>The bundle's barcode (<c>virtualParentBarcode</c>).</summary>
    public string? VirtualParentBarcode { get; internal set; }

    /// <summary>Its parts (<c>childSkus</c>).</summary>
    public IReadOnlyList<OmniChildSku> ChildSkus { get; internal set; } = [];
}
