namespace OrderOps.Omni;

/// <summary>One item of an order. Vendor page: Order Posting, orderItems.</summary>
public sealed class OmniOrderItem : OmniPart
{
    /// <summary>The channel's code of the item (<c>orderItemCode</c>).</summary>
    public string? OrderItemCode { get; internal set; }

    /// <summary>SKU at the channel (<c>channelSkuCode</c>).</summary>
    public string? ChannelSkuCode { get; internal set; }

    /// <summary>Pieces that were ordered (<c>orderedQuantity</c>).</summary>
    public int? OrderedQuantity { get; internal set; }

    /// <summary>Pieces of them that were cancelled (<c>cancelledQuantity</c>).</summary>
    public int? CancelledQuantity { get; internal set; }

    /// <summary>Price of one piece (<c>sellingPricePerUnit</c>).</summary>
    public decimal? SellingPricePerUnit { get; internal set; }

    /// <summary>Discount of the channel for one piece (<c>channelDiscount</c>).</summary>
    public decimal? ChannelDiscount { get; internal set; }

    /// <summary>Discount of the seller for one piece (<c>sellerDiscount</c>).</summary>
    public decimal? SellerDiscount { get; internal set; }

    /// <summary>Gift charge of one piece (<c>giftChargePerUnit</c>).</summary>
    public decimal? GiftChargePerUnit { get; internal set; }

    /// <summary>Shipping charge (<c>shippingCharge</c>).</summary>
    public decimal? ShippingCharge { get; internal set; }

    /// <summary>Increff's id of the item (<c>omsItemId</c>).</summary>
    public long? OmsItemId { get; internal set; }

    /// <summary>Barcode (<c>barcode</c>).</summary>
    public string? Barcode { get; internal set; }

    /// <summary>What the channel gave along (<c>orderItemCustomAttributes</c>).</summary>
    public OmniCustomAttributes? OrderItemCustomAttributes { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => OrderItemCode ?? "";
}
