namespace OrderOps.Omni;

/// <summary>Members of an address.</summary>
internal static class AddressMembers
{
    public static MemberTable<OmniAddress> Table { get; } = new(
        new("name", Need.Mandatory, static (p, s) => (p.Name = s.Text()) is not null),
        new("line1", Need.Mandatory, static (p, s) => (p.Line1 = s.Text()) is not null),
        new("line2", Need.Optional, static (p, s) => (p.Line2 = s.Text()) is not null),
        new("line3", Need.Optional, static (p, s) => (p.Line3 = s.Text()) is not null),
        new("city", Need.Mandatory, static (p, s) => (p.City = s.Text()) is not null),
        new("state", Need.Mandatory, static (p, s) => (p.State = s.Text()) is not null),
        new("zip", Need.Mandatory, static (p, s) => (p.Zip = s.Text()) is not null),
        new("country", Need.Mandatory, static (p, s) => (p.Country = s.Text()) is not null),
        new("email", Need.Optional, static (p, s) => (p.Email = s.Text()) is not null),
        new("phone", Need.Optional, static (p, s) => (p.Phone = s.Text()) is not null));
}
