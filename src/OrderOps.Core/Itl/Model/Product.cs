namespace OrderOps.Itl;

/// <summary>One product of an order, by readable names. Wire names: vendor page Sync Order v1.</summary>
public sealed class Product
{
    private readonly string?[] _values = new string?[ProductField.Count];

    /// <summary>Name (<c>product_name</c>).</summary>
    public string? Name { get => this[ProductField.Name]; set => this[ProductField.Name] = value; }

    /// <summary>Stock keeping unit (<c>product_sku</c>).</summary>
    public string? Sku { get => this[ProductField.Sku]; set => this[ProductField.Sku] = value; }

    /// <summary>How many (<c>product_quantity</c>).</summary>
    public string? Quantity { get => this[ProductField.Quantity]; set => this[ProductField.Quantity] = value; }

    /// <summary>Price of one in INR (<c>product_price</c>).</summary>
    public string? Price { get => this[ProductField.Price]; set => this[ProductField.Price] = value; }

    /// <summary>Tax rate in percent (<c>product_tax_rate</c>).</summary>
    public string? TaxRate { get => this[ProductField.TaxRate]; set => this[ProductField.TaxRate] = value; }

    /// <summary>HSN code (<c>product_hsn_code</c>); never blank.</summary>
    public string? HsnCode { get => this[ProductField.HsnCode]; set => this[ProductField.HsnCode] = value; }

    /// <summary>Discount in INR (<c>product_discount</c>).</summary>
    public string? Discount { get => this[ProductField.Discount]; set => this[ProductField.Discount] = value; }

    /// <summary>The values by ordinal, for binding.</summary>
    internal string?[] Values => _values;

    internal string? this[ProductField field]
    {
        get => _values[field.Ordinal];
        set => _values[field.Ordinal] = value;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Quantity} x {Sku ?? Name}";
}
