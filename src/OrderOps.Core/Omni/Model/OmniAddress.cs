namespace OrderOps.Omni;

/// <summary>A postal address with a person. Vendor page: Order Posting, shippingAddress and billingAddress.</summary>
public sealed class OmniAddress : OmniPart
{
    /// <summary>Name (<c>name</c>).</summary>
    public string? Name { get; internal set; }

    /// <summary>First line (<c>line1</c>).</summary>
    public string? Line1 { get; internal set; }

    /// <summary>Second line (<c>line2</c>).</summary>
    public string? Line2 { get; internal set; }

    /// <summary>Third line (<c>line3</c>).</summary>
    public string? Line3 { get; internal set; }

    /// <summary>City (<c>city</c>).</summary>
    public string? City { get; internal set; }

    /// <summary>State (<c>state</c>).</summary>
    public string? State { get; internal set; }

    /// <summary>Postal code (<c>zip</c>).</summary>
    public string? Zip { get; internal set; }

    /// <summary>Country (<c>country</c>).</summary>
    public string? Country { get; internal set; }

    /// <summary>E-mail (<c>email</c>).</summary>
    public string? Email { get; internal set; }

    /// <summary>Phone number (<c>phone</c>).</summary>
    public string? Phone { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => Name ?? "";
}
