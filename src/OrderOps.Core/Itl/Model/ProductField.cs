using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>The fields of a product; see <see cref="OrderField"/>.</summary>
internal sealed class ProductField
{
    private static readonly List<ProductField> Fields = new();

    public static readonly ProductField Name = new("product_name", nameof(Product.Name), "ProductName", FieldKind.Text, required: true);
    public static readonly ProductField Sku = new("product_sku", nameof(Product.Sku), "ProductSku", FieldKind.Code, required: false);
    public static readonly ProductField Quantity = new("product_quantity", nameof(Product.Quantity), "ProductQuantity", FieldKind.Quantity, required: true);
    public static readonly ProductField Price = new("product_price", nameof(Product.Price), "ProductPrice", FieldKind.Amount, required: true);
    public static readonly ProductField TaxRate = new("product_tax_rate", nameof(Product.TaxRate), "ProductTaxRate", FieldKind.Amount, required: false);
    public static readonly ProductField HsnCode = new("product_hsn_code", nameof(Product.HsnCode), "ProductHsnCode", FieldKind.Code, required: true);
    public static readonly ProductField Discount = new("product_discount", nameof(Product.Discount), "ProductDiscount", FieldKind.Amount, required: false);

    /// <summary>How many there are.</summary>
    public const int Count = 7;

    private ProductField(string wireName, string readableName, string flatName, FieldKind kind, bool required)
    {
        Ordinal = Fields.Count;
        WireName = wireName;
        ReadableName = readableName;
        FlatName = flatName;
        Kind = kind;
        Required = required;
        Fields.Add(this);
    }

    /// <summary>All of them, in the vendor's order.</summary>
    public static IReadOnlyList<ProductField> All => Fields;

    public int Ordinal { get; }

    public string WireName { get; }

    /// <summary>Its name in a product of its own.</summary>
    public string ReadableName { get; }

    /// <summary>Its readable name in a flat row, where <c>Name</c> is the receiver's.</summary>
    public string FlatName { get; }

    public FieldKind Kind { get; }

    /// <summary>Whether it may not be blank.</summary>
    public bool Required { get; }
}
