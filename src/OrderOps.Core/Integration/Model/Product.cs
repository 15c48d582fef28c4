namespace OrderOps.Integration;

/// <summary>One product of an order, by readable names. Wire names: vendor page Order Upsert API.</summary>
public sealed class Product
{
    private readonly string?[] _values = new string?[ProductField.Count];

    /// <summary>The product's id (<c>product_sku_id</c>).</summary>
    public string? ProductSkuId { get => this[ProductField.SkuId]; set => this[ProductField.SkuId] = value; }

    /// <summary>Price (<c>amount</c>).</summary>
    public string? Amount { get => this[ProductField.Amount]; set => this[ProductField.Amount] = value; }

    /// <summary>How many (<c>qty</c>).</summary>
    public string? Quantity { get => this[ProductField.Quantity]; set => this[ProductField.Quantity] = value; }

    /// <summary>The values by ordinal, for binding.</summary>
    internal string?[] Values => _values;

    internal string? this[ProductField field]
    {
        get => _values[field.Ordinal];
        set => _values[field.Ordinal] = value;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Quantity} x {ProductSkuId}";
}
