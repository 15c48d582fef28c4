namespace OrderOps.Omni;

/// <summary>Members of a bundle in the older form, of which the newer table has no row.</summary>
internal static class VirtualSkuMembers
{
    public static MemberTable<OmniVirtualSku> Table { get; } = new(
        new("virtualParentChannelSkuId", Need.Optional, static (p, s) => (p.VirtualParentChannelSkuId = s.Text()) is not null),
        new("virtualParentBarcode", Need.Optional, static (p, s) => (p.VirtualParentBarcode = s.Text()) is not null),
        new("childSkus", Need.Optional, static (p, s) => s.Parts(ChildSkuMembers.Table) is { } list && (p.ChildSkus = list) is not null));
}
