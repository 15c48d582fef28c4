namespace OrderOps.Omni;

/// <summary>Members of a posting. The vendor's table calls <c>bundledSkuDefinitions</c> mandatory too, which most postings lack.</summary>
internal static class PostingMembers
{
    public static MemberTable<OmniPosting> Table { get; } = new(
        new("messageId", Need.Identity, static (p, s) => s.MessageId(p)),
        new("orderCode", Need.Identity, static (p, s) => s.OrderCode(p)),
        new("eventType", Need.Identity, static (p, s) => s.EventType(p)),
        new("eventTime", Need.Mandatory, static (p, s) => (p.EventTime = s.Time()) is not null),
        new("orderType", Need.Mandatory, static (p, s) => (p.OrderType = s.Choice(PostingWords.OrderTypes)) is not null),
        new("parentOrderCode", Need.Optional, static (p, s) => (p.ParentOrderCode = s.Text()) is not null),
        new("partnerCode", Need.Mandatory, static (p, s) => (p.PartnerCode = s.Text()) is not null),
        new("partnerLocationCode", Need.Mandatory, static (p, s) => (p.PartnerLocationCode = s.Text()) is not null),
        new("locationCode", Need.Mandatory, static (p, s) => (p.LocationCode = s.Text()) is not null),
        new("channelName", Need.Mandatory, static (p, s) => (p.ChannelName = s.Text()) is not null),
        new("channelType", Need.Optional, static (p, s) => (p.ChannelType = s.Text()) is not null),
        new("orderTime", Need.Mandatory, static (p, s) => (p.OrderTime = s.Time()) is not null),
        new("turnAroundTime", Need.Optional, static (p, s) => (p.TurnAroundTime = s.Time()) is not null),
        new("paymentMethod", Need.Mandatory, static (p, s) => (p.PaymentMethod = s.Choice(PostingWords.PaymentMethods)) is not null),
        new("isPriority", Need.Mandatory, static (p, s) => (p.IsPriority = s.Flag(quoted: false)) is not null),
        new("isSplitRequired", Need.Optional, static (p, s) => (p.IsSplitRequired = s.Flag(quoted: true)) is not null),
        new("shippingCharges", Need.Optional, static (p, s) => (p.ShippingCharges = s.Amount()) is not null),
        new("omsOrderId", Need.Optional, static (p, s) => (p.OmsOrderId = s.Id()) is not null),
        new("orderItems", Need.Mandatory, static (p, s) => s.Parts(OrderItemMembers.Table) is { } list && (p.OrderItems = list) is not null),
        new("shipments", Need.Optional, static (p, s) => s.Parts(ShipmentMembers.Table) is { } list && (p.Shipments = list) is not null),
        new("shipmentDetails", Need.Optional, static (p, s) => (p.ShipmentDetails = s.Part(ShipmentDetailsMembers.Table)) is not null),
        new("virtualSkuDefinitions", Need.Optional, static (p, s) => s.Parts(VirtualSkuMembers.Table) is { } list && (p.VirtualSkuDefinitions = list) is not null),
        new("bundledSkuDefinitions", Need.Optional, static (p, s) => s.Parts(BundledSkuMembers.Table) is { } list && (p.BundledSkuDefinitions = list) is not null),
        new("shippingAddress", Need.Mandatory, static (p, s) => (p.ShippingAddress = s.Part(AddressMembers.Table)) is not null),
        new("billingAddress", Need.Mandatory, static (p, s) => (p.BillingAddress = s.Part(AddressMembers.Table)) is not null),
        new("orderCustomAttributes", Need.Optional, static (p, s) => (p.OrderCustomAttributes = s.Part(CustomAttributeMembers.Table)) is not null));

    /// <summary>Those that say which delivery it is and what it brings of shipments.</summary>
    public static MemberTable<OmniPosting> Identifying { get; } =
        Table.Only("messageId", "orderCode", "eventType", "eventTime", "shipments", "shipmentDetails");
}
