using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What a shipment holds of one ordered item. Money is without a currency of its own. Vendor page: Order Posting, shipmentItems.</summary>
public sealed class OmniShipmentItem : OmniPart
{
    /// <summary>SKU at the channel (<c>channelSkuCode</c>).</summary>
    public string? ChannelSkuCode { get; internal set; }

    /// <summary>The channel's code of the ordered item (<c>orderItemCode</c>).</summary>
    public string? OrderItemCode { get; internal set; }

    /// <summary>Where it was taken from (<c>locationCode</c>); often missing.</summary>
    public string? LocationCode { get; internal set; }

    /// <summary>Pieces (<c>quantity</c>).</summary>
    public int? Quantity { get; internal set; }

    /// <summary>Tax for one piece (<c>netTaxAmountPerUnit</c>).</summary>
    public decimal? NetTaxAmountPerUnit { get; internal set; }

    /// <summary>Tax for all pieces (<c>netTaxAmountTotal</c>).</summary>
    public decimal? NetTaxAmountTotal { get; internal set; }

    /// <summary>Price of one piece without tax (<c>baseSellingPricePerUnit</c>).</summary>
    public decimal? BaseSellingPricePerUnit { get; internal set; }

    /// <summary>Price of all pieces without tax (<c>baseSellingPriceTotal</c>).</summary>
    public decimal? BaseSellingPriceTotal { get; internal set; }

    /// <summary>Price of one piece with tax (<c>sellingPricePerUnit</c>).</summary>
    public decimal? SellingPricePerUnit { get; internal set; }

    /// <summary>Price of all pieces with tax (<c>sellingPriceTotal</c>).</summary>
    public decimal? SellingPriceTotal { get; internal set; }

    /// <summary>Shipping charge of one piece (<c>shippingChargePerUnit</c>).</summary>
    public decimal? ShippingChargePerUnit { get; internal set; }

    /// <summary>Discount that the channel gave (<c>channelDiscount</c>).</summary>
    public decimal? ChannelDiscount { get; internal set; }

    /// <summary>The taxes by their kind (<c>taxItems</c>).</summary>
    public IReadOnlyList<OmniTaxItem> TaxItems { get; internal set; } = [];

    /// <inheritdoc />
    public override string ToString() => ChannelSkuCode ?? "";
}
