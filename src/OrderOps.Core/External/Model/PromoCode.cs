using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>A promo code.</summary>
public sealed class PromoCode : ExternalRecord
{
    private static readonly string[] WireNames = ["id", "code", "name"];

    internal PromoCode(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>The service's number of it.</summary>
    public string? Id => Text("id");

    /// <summary>Its code.</summary>
    public string? Code => Text("code");

    /// <summary>Its name, in the language that was asked for.</summary>
    public string? Name => Text("name");

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => Code ?? Name ?? Id ?? "";
}
