using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>Where an order goes (vendor page: Order Sync API, <c>address</c>). Codes are text, whatever they are on the wire.</summary>
public sealed class Address : ExternalRecord
{
    internal static readonly string[] WireNames = ["address_id", "address_ru", "zip_code", "region_id", "locality_id", "sector"];

    /// <summary>Makes an empty one.</summary>
    public Address()
        : this(new WireObject())
    {
    }

    internal Address(WireObject wire)
        : base(wire)
    {
    }

    /// <summary>Number of the address.</summary>
    public string? AddressId
    {
        get => Text("address_id");
        set => SetText("address_id", value);
    }

    /// <summary>The address in Russian.</summary>
    public string? AddressRu
    {
        get => Text("address_ru");
        set => SetText("address_ru", value, asNumber: false);
    }

    /// <summary>The postal code, a number on the wire.</summary>
    public string? ZipCode
    {
        get => Text("zip_code");
        set => SetText("zip_code", value);
    }

    /// <summary>Number of the region.</summary>
    public string? RegionId
    {
        get => Text("region_id");
        set => SetText("region_id", value);
    }

    /// <summary>Number of the settlement.</summary>
    public string? LocalityId
    {
        get => Text("locality_id");
        set => SetText("locality_id", value);
    }

    /// <summary>Number of the sector.</summary>
    public string? Sector
    {
        get => Text("sector");
        set => SetText("sector", value);
    }

    private protected override IReadOnlyList<string> Names => WireNames;

    /// <inheritdoc />
    public override string ToString() => $"{AddressRu} {ZipCode}".Trim();
}
