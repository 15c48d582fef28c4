using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>One box of a shipment. The vendor names no units of length and weight. Vendor page: Order Posting, packboxDetailsList.</summary>
public sealed class OmniPackBox : OmniPart
{
    /// <summary>Length (<c>length</c>).</summary>
    public decimal? Length { get; internal set; }

    /// <summary>Breadth (<c>breadth</c>).</summary>
    public decimal? Breadth { get; internal set; }

    /// <summary>Height (<c>height</c>).</summary>
    public decimal? Height { get; internal set; }

    /// <summary>Weight (<c>weight</c>).</summary>
    public decimal? Weight { get; internal set; }

    /// <summary>Id of the box (<c>boxId</c>).</summary>
    public long? BoxId { get; internal set; }

    /// <summary>AWB of the box (<c>awbNumber</c>).</summary>
    public string? AwbNumber { get; internal set; }

    /// <summary>Remarks (<c>packBoxRemarks</c>).</summary>
    public string? PackBoxRemarks { get; internal set; }

    /// <summary>What lies in it (<c>skuQuantityDataList</c>).</summary>
    public IReadOnlyList<OmniSkuQuantity> SkuQuantityDataList { get; internal set; } = [];
}
