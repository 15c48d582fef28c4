namespace OrderOps.Omni;

/// <summary>Members of a bundle in the newer form.</summary>
internal static class BundledSkuMembers
{
    public static MemberTable<OmniBundledSku> Table { get; } = new(
        new("bundledParentChannelSkuId", Need.Mandatory, static (p, s) => (p.BundledParentChannelSkuId = s.Text()) is not null),
        new("bundledParentBarcode", Need.Optional, static (p, s) => (p.BundledParentBarcode = s.Text()) is not null),
        new("childSkus", Need.Mandatory, static (p, s) => s.Parts(ChildSkuMembers.Table) is { } list && (p.ChildSkus = list) is not null));
}
