using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>A product of the shop.</summary>
public sealed class Product : ExternalRecord
{
    private static readonly string[] WireNames = ["id", "code", "name", "price"];

    internal Product(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of it.</summary>
    public string? Id => Text("id");

    /// <summary>Its code.</summary>
    public string? Code => Text("code");

    /// <summary>Its name, in the language that was asked for.</summary>
    public string? Name => Text("name");

    /// <summary>Its price, in the shop's currency.</summary>
    public decimal? Price => WireText.Number(Text("price"));

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => Name ?? Code ?? Id ?? "";
}
