using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>A region, as the look-up of regions gives it.</summary>
public sealed class Region : ExternalRecord
{
    private static readonly string[] WireNames = ["id", "region_id", "name"];

    internal Region(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of it.</summary>
    public string? RegionId => Text("id") ?? Text("region_id");

    /// <summary>Its name, in the language that was asked for.</summary>
    public string? Name => Text("name");

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => Name ?? RegionId ?? "";
}
