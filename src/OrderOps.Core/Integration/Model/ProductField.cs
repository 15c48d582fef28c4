using System.Collections.Generic;

namespace OrderOps.Integration;

/// <summary>The fields of a product of an order; see <see cref="OrderField"/>. The endpoint for prices has the first two.</summary>
internal sealed class ProductField
{
    private static readonly List<ProductField> Fields = new();

    public static readonly ProductField SkuId = new("product_sku_id", nameof(Product.ProductSkuId), FieldKind.Code, "sku_id", "sku", "product_sku");
    public static readonly ProductField Amount = new("amount", nameof(Product.Amount), FieldKind.Amount, "price", "product_amount");
    public static readonly ProductField Quantity = new("qty", nameof(Product.Quantity), FieldKind.Quantity, "product_qty");

    /// <summary>How many there are.</summary>
    public const int Count = 3;

    private ProductField(string wireName, string readableName, FieldKind kind, params string[] aliases)
    {
        Ordinal = Fields.Count;
        WireName = wireName;
        ReadableName = readableName;
        Kind = kind;
        Aliases = aliases;
        Fields.Add(this);
    }

    /// <summary>All of them, in the vendor's order.</summary>
    public static IReadOnlyList<ProductField> All => Fields;

    public int Ordinal { get; }

    public string WireName { get; }

    public string ReadableName { get; }

    public FieldKind Kind { get; }

    /// <summary>Other names that inputs use for it.</summary>
    public IReadOnlyList<string> Aliases { get; }
}
