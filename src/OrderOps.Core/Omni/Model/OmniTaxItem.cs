namespace OrderOps.Omni;

/// <summary>One tax of a shipment's item. Vendor page: Order Posting, taxItems.</summary>
public sealed class OmniTaxItem : OmniPart
{
    /// <summary>Kind of tax, such as SGST (<c>type</c>).</summary>
    public string? Type { get; internal set; }

    /// <summary>Rate in percent (<c>rate</c>).</summary>
    public decimal? Rate { get; internal set; }

    /// <summary>Tax for one piece (<c>taxPerUnit</c>).</summary>
    public decimal? TaxPerUnit { get; internal set; }

    /// <summary>Tax for all pieces (<c>taxTotal</c>).</summary>
    public decimal? TaxTotal { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => Type ?? "";
}
