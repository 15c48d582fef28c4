namespace OrderOps.Omni;

/// <summary>Members of a tax.</summary>
internal static class TaxItemMembers
{
    public static MemberTable<OmniTaxItem> Table { get; } = new(
        new("type", Need.Mandatory, static (p, s) => (p.Type = s.Text()) is not null),
        new("rate", Need.Mandatory, static (p, s) => (p.Rate = s.Amount()) is not null),
        new("taxPerUnit", Need.Mandatory, static (p, s) => (p.TaxPerUnit = s.Amount()) is not null),
        new("taxTotal", Need.Mandatory, static (p, s) => (p.TaxTotal = s.Amount()) is not null));
}
