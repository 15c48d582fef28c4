using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>A settlement of a region.</summary>
public sealed class Locality : ExternalRecord
{
    private static readonly string[] WireNames = ["id", "locality_id", "name", "region", "region_id"];

    internal Locality(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of it.</summary>
    public string? LocalityId => Text("id") ?? Text("locality_id");

    /// <summary>Its name, in the language that was asked for.</summary>
    public string? Name => Text("name");

    /// <summary>Number of its region.</summary>
    public string? RegionId => Text("region_id") ?? Text("region");

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => Name ?? LocalityId ?? "";
}
