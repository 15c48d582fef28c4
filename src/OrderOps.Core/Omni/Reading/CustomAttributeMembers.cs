namespace OrderOps.Omni;

/// <summary>Members of custom attributes.</summary>
internal static class CustomAttributeMembers
{
    public static MemberTable<OmniCustomAttributes> Table { get; } = new(
        new("attribute1", Need.Optional, static (p, s) => (p.Attribute1 = s.Text()) is not null),
        new("attribute2", Need.Optional, static (p, s) => (p.Attribute2 = s.Text()) is not null),
        new("attribute3", Need.Optional, static (p, s) => (p.Attribute3 = s.Text()) is not null),
        new("attribute4", Need.Optional, static (p, s) => (p.Attribute4 = s.Text()) is not null),
        new("attribute5", Need.Optional, static (p, s) => (p.Attribute5 = s.Text()) is not null),
        new("attribute6", Need.Optional, static (p, s) => (p.Attribute6 = s.Text()) is not null),
        new("attribute7", Need.Optional, static (p, s) => (p.Attribute7 = s.Text()) is not null),
        new("attribute8", Need.Optional, static (p, s) => (p.Attribute8 = s.Text()) is not null),
        new("attribute9", Need.Optional, static (p, s) => (p.Attribute9 = s.Text()) is not null),
        new("attribute10", Need.Optional, static (p, s) => (p.Attribute10 = s.Text()) is not null),
        new("currency", Need.Optional, static (p, s) => (p.Currency = s.Text()) is not null),
        new("channelMetadata", Need.Optional, static (p, s) => (p.ChannelMetadata = s.Free()) is not null));
}
