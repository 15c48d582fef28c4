using System;
using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>The short names of product fields: those that are clear in a flat row, and those of a product on its own.</summary>
internal static class ProductNames
{
    private static readonly Dictionary<string, ProductField> OfItsOwn = CreateOfItsOwn();

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

    /// <summary>The field that a key (see <see cref="NameKey"/>) means in a product of its own.</summary>
    public static ProductField? Find(string key) => OfItsOwn.TryGetValue(key, out ProductField? field) ? field : null;

    private static Dictionary<string, ProductField> CreateOfItsOwn()
    {
        Dictionary<string, ProductField> fields = new(StringComparer.Ordinal);
        foreach (ProductField field in ProductField.All)
        {
            foreach (string name in (string[])[field.WireName, field.ReadableName, .. ClearInARow(field)])
            {
                fields[NameKey.Of(name)] = field;
            }
        }

        return fields;
    }
}
