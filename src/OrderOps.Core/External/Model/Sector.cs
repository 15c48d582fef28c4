using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>A sector of delivery.</summary>
public sealed class Sector : ExternalRecord
{
    private static readonly string[] WireNames = ["id", "name"];

    internal Sector(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of it.</summary>
    public string? Id => Text("id");

    /// <summary>Its name, in the language that was asked for.</summary>
    public string? Name => Text("name");

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => Name ?? Id ?? "";
}
