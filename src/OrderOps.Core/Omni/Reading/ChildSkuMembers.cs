namespace OrderOps.Omni;

/// <summary>Members of a bundle's part.</summary>
internal static class ChildSkuMembers
{
    public static MemberTable<OmniChildSku> Table { get; } = new(
        new("channelSkuCode", Need.Optional, static (p, s) => (p.ChannelSkuCode = s.Text()) is not null),
        new("barcode", Need.Optional, static (p, s) => (p.Barcode = s.Text()) is not null),
        new("qty", Need.Optional, static (p, s) => (p.Qty = s.Count()) is not null));
}
