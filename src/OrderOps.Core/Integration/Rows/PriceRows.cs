using OrderOps.Rows;

namespace OrderOps.Integration;

/// <summary>How rows become prices of products: one row a product, so that each stands alone.</summary>
internal sealed class PriceRows : RowSchema<ProductPrice>
{
    private static readonly RowTable Names = MakeTable();

    private PriceRows()
    {
    }

    public static PriceRows Schema { get; } = new();

    public override RowTable Table => Names;

    public override RowWords Words { get; } = new(
        "Call it product_sku_id or ProductSkuId; a column of another name is renamed with Select-Object @{ n = 'product_sku_id'; e = '…' }, *.",
        "", "", "", "");

    public override ProductPrice Create() => new();

    public override string?[] ValuesOf(ProductPrice order) => order.Values;

    private static RowTable MakeTable()
    {
        RowTable table = new();
        foreach (ProductField field in new[] { ProductField.SkuId, ProductField.Amount })
        {
            table.Add(new RowTarget(field.WireName, RowPart.Order, field.Ordinal), [field.WireName, field.ReadableName, .. field.Aliases]);
        }

        table.Keys = [table.All[0]];
        return table;
    }
}
