namespace OrderOps.Omni;

/// <summary>Members of a shipment's item. The vendor's table calls <c>locationCode</c> mandatory too, which its samples lack.</summary>
internal static class ShipmentItemMembers
{
    public static MemberTable<OmniShipmentItem> Table { get; } = new(
        new("channelSkuCode", Need.Mandatory, static (p, s) => (p.ChannelSkuCode = s.Text()) is not null),
        new("orderItemCode", Need.Mandatory, static (p, s) => (p.OrderItemCode = s.Text()) is not null),
        new("locationCode", Need.Optional, static (p, s) => (p.LocationCode = s.Text()) is not null),
        new("quantity", Need.Mandatory, static (p, s) => (p.Quantity = s.Count()) is not null),
        new("netTaxAmountPerUnit", Need.Mandatory, static (p, s) => (p.NetTaxAmountPerUnit = s.Amount()) is not null),
        new("netTaxAmountTotal", Need.Mandatory, static (p, s) => (p.NetTaxAmountTotal = s.Amount()) is not null),
        new("baseSellingPricePerUnit", Need.Mandatory, static (p, s) => (p.BaseSellingPricePerUnit = s.Amount()) is not null),
        new("baseSellingPriceTotal", Need.Mandatory, static (p, s) => (p.BaseSellingPriceTotal = s.Amount()) is not null),
        new("sellingPricePerUnit", Need.Mandatory, static (p, s) => (p.SellingPricePerUnit = s.Amount()) is not null),
        new("sellingPriceTotal", Need.Mandatory, static (p, s) => (p.SellingPriceTotal = s.Amount()) is not null),
        new("shippingChargePerUnit", Need.Optional, static (p, s) => (p.ShippingChargePerUnit = s.Amount()) is not null),
        new("channelDiscount", Need.Optional, static (p, s) => (p.ChannelDiscount = s.Amount()) is not null),
        new("taxItems", Need.Mandatory, static (p, s) => s.Parts(TaxItemMembers.Table) is { } list && (p.TaxItems = list) is not null));
}
