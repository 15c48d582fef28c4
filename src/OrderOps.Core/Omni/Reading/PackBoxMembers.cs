namespace OrderOps.Omni;

/// <summary>Members of a box.</summary>
internal static class PackBoxMembers
{
    public static MemberTable<OmniPackBox> Table { get; } = new(
        new("length", Need.Optional, static (p, s) => (p.Length = s.Amount()) is not null),
        new("breadth", Need.Optional, static (p, s) => (p.Breadth = s.Amount()) is not null),
        new("height", Need.Optional, static (p, s) => (p.Height = s.Amount()) is not null),
        new("weight", Need.Optional, static (p, s) => (p.Weight = s.Amount()) is not null),
        new("boxId", Need.Optional, static (p, s) => (p.BoxId = s.Id()) is not null),
        new("awbNumber", Need.Optional, static (p, s) => (p.AwbNumber = s.Text()) is not null),
        new("packBoxRemarks", Need.Optional, static (p, s) => (p.PackBoxRemarks = s.Text()) is not null),
        new("skuQuantityDataList", Need.Optional, static (p, s) => s.Parts(SkuQuantityMembers.Table) is { } list && (p.SkuQuantityDataList = list) is not null));
}
