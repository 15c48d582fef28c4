using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>A store, as the look-up of stores gives it.</summary>
public sealed class Store : ExternalRecord
{
    private static readonly string[] WireNames = ["id", "code", "name", "group"];

    internal Store(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of it.</summary>
    public string? Id => Text("id");

    /// <summary>Its code.</summary>
    public string? Code => Text("code");

    /// <summary>Its name, in the language that was asked for.</summary>
    public string? Name => Text("name");

    /// <summary>Number of the group that it belongs to.</summary>
    public string? Group => Text("group");

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => Name ?? Id ?? "";
}
