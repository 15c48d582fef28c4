namespace OrderOps.Itl;

/// <summary>The short names of product fields.</summary>
internal static class ProductNames
{
    /// <summary>
    /// Names that can't be taken for the order's. <c>name</c> is the receiver and <c>discount</c> may be the order's, so
    /// these two mean nothing of a product in a flat row.
    /// </summary>
    public static string[] ClearInARow(ProductField field) =>
        field == ProductField.Sku ? ["sku"]
        : field == ProductField.Quantity ? ["quantity", "qty"]
        : field == ProductField.Price ? ["price"]
        : field == ProductField.TaxRate ? ["tax_rate"]
        : field == ProductField.HsnCode ? ["hsn_code", "hsn"]
        : [];
}
