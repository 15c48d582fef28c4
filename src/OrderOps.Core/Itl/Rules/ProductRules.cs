using System.Collections.Generic;
using System.Globalization;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// The rules of products: at least one; name, quantity, price and HSN code not blank; tax rate and discount always
/// numbers, since the service fails on a blank one.
/// </summary>
internal sealed class ProductRules
{
    private readonly ValueRule _values;

    public ProductRules(ValueRule values) => _values = values;

    public List<Product> Apply(List<Product>? products, FindingList findings)
    {
        var checkedProducts = new List<Product>(products?.Count ?? 0);
        if (products is not { Count: > 0 })
        {
            findings.Error(OrderField.Products, "", "has no product", "Give at least one product, with name, quantity, price and HSN code.");
            return checkedProducts;
        }

        for (int i = 0; i < products.Count; i++)
        {
            if (products[i] is not { } product)
            {
                findings.Error($"{OrderField.Products}[{i.ToString(CultureInfo.InvariantCulture)}]", "", "is no product", "Remove it, or fill it in.");
                continue;
            }

            checkedProducts.Add(Apply(product, i, findings));
        }

        return checkedProducts;
    }

    private Product Apply(Product product, int place, FindingList findings)
    {
        var result = new Product();
        for (int i = 0; i < ProductField.Count; i++)
        {
            ProductField field = ProductField.All[i];
            string value = _values.Apply(field.Kind, FieldName.Of(field, place), product[field], field.Required, field == ProductField.TaxRate, findings);
            result[field] = value.Length == 0 && field.Kind == FieldKind.Amount ? "0" : value;
        }

        return result;
    }
}
