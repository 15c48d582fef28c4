namespace OrderOps.Omni;

/// <summary>Members of what lies in a box.</summary>
internal static class SkuQuantityMembers
{
    public static MemberTable<OmniSkuQuantity> Table { get; } = new(
        new("globalSkuId", Need.Optional, static (p, s) => (p.GlobalSkuId = s.Id()) is not null),
        new("clientSkuId", Need.Optional, static (p, s) => (p.ClientSkuId = s.Text()) is not null),
        new("count", Need.Optional, static (p, s) => (p.Count = s.Count()) is not null));
}
