namespace OrderOps.Omni;

/// <summary>Members of an ordered item.</summary>
internal static class OrderItemMembers
{
    public static MemberTable<OmniOrderItem> Table { get; } = new(
        new("orderItemCode", Need.Mandatory, static (p, s) => (p.OrderItemCode = s.Text()) is not null),
        new("channelSkuCode", Need.Mandatory, static (p, s) => (p.ChannelSkuCode = s.Text()) is not null),
        new("orderedQuantity", Need.Mandatory, static (p, s) => (p.OrderedQuantity = s.Count()) is not null),
        new("cancelledQuantity", Need.Mandatory, static (p, s) => (p.CancelledQuantity = s.Count()) is not null),
        new("sellingPricePerUnit", Need.Mandatory, static (p, s) => (p.SellingPricePerUnit = s.Amount()) is not null),
        new("channelDiscount", Need.Optional, static (p, s) => (p.ChannelDiscount = s.Amount()) is not null),
        new("sellerDiscount", Need.Optional, static (p, s) => (p.SellerDiscount = s.Amount()) is not null),
        new("giftChargePerUnit", Need.Optional, static (p, s) => (p.GiftChargePerUnit = s.Amount()) is not null),
        new("shippingCharge", Need.Optional, static (p, s) => (p.ShippingCharge = s.Amount()) is not null),
        new("omsItemId", Need.Optional, static (p, s) => (p.OmsItemId = s.Id()) is not null),
        new("barcode", Need.Mandatory, static (p, s) => (p.Barcode = s.Text()) is not null),
        new("orderItemCustomAttributes", Need.Optional, static (p, s) => (p.OrderItemCustomAttributes = s.Part(CustomAttributeMembers.Table)) is not null));
}
