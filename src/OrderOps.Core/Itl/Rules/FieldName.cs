using System.Globalization;

namespace OrderOps.Itl;

/// <summary>A field's name on the wire, with its place where it is a product's; made into text only for a finding.</summary>
internal readonly struct FieldName
{
    private readonly string _wireName;
    private readonly int _product;

    private FieldName(string wireName, int product)
    {
        _wireName = wireName;
        _product = product;
    }

    public static FieldName Of(OrderField field) => new(field.WireName, -1);

    public static FieldName Of(ProductField field, int product) => new(field.WireName, product);

    /// <inheritdoc />
    public override string ToString() => _product < 0 ? _wireName
        : OrderField.Products + "[" + _product.ToString(CultureInfo.InvariantCulture) + "]." + _wireName;
}
