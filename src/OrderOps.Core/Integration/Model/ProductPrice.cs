namespace OrderOps.Integration;

/// <summary>The price of a product, for the service's endpoint for products.</summary>
public sealed class ProductPrice
{
    private readonly string?[] _values = new string?[ProductField.Count];

    /// <summary>The product's id (<c>product_sku_id</c>): the key of the upsert.</summary>
    public string? ProductSkuId { get => this[ProductField.SkuId]; set => this[ProductField.SkuId] = value; }

    /// <summary>Its price (<c>amount</c>).</summary>
    public string? Amount { get => this[ProductField.Amount]; set => this[ProductField.Amount] = value; }

    /// <summary>The values by ordinal, for binding.</summary>
    internal string?[] Values => _values;

    internal string? this[ProductField field]
    {
        get => _values[field.Ordinal];
        set => _values[field.Ordinal] = value;
    }

    /// <inheritdoc />
    public override string ToString() => ProductSkuId ?? "";
}
