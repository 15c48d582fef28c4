namespace OrderOps.Omni;

/// <summary>Members of a shipment's details.</summary>
internal static class ShipmentDetailsMembers
{
    public static MemberTable<OmniShipmentDetails> Table { get; } = new(
        new("length", Need.Optional, static (p, s) => (p.Length = s.Amount()) is not null),
        new("breadth", Need.Optional, static (p, s) => (p.Breadth = s.Amount()) is not null),
        new("height", Need.Optional, static (p, s) => (p.Height = s.Amount()) is not null),
        new("weight", Need.Optional, static (p, s) => (p.Weight = s.Amount()) is not null),
        new("shipmentId", Need.Optional, static (p, s) => (p.ShipmentId = s.Id()) is not null),
        new("totalItemQuantity", Need.Optional, static (p, s) => (p.TotalItemQuantity = s.Count()) is not null),
        new("packboxDetailsList", Need.Optional, static (p, s) => s.Parts(PackBoxMembers.Table) is { } list && (p.PackboxDetailsList = list) is not null));
}
