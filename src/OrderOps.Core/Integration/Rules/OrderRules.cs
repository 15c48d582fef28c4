using System;
using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Rules;

namespace OrderOps.Integration;

/// <summary>
/// What the vendor's table requires, checked before anything leaves the machine: the service skips what is invalid and
/// does not say which it was.
/// </summary>
internal static class OrderRules
{
    /// <summary>Checks one order.</summary>
    /// <param name="order">The order as it came; it is not changed.</param>
    /// <param name="earlier">What was noticed when it was read; an error among it stops the order.</param>
    public static CheckedEntry Check(Order order, IReadOnlyList<Finding>? earlier)
    {
        FindingList findings = new(earlier);
        Order normal = new();
        foreach (OrderField field in OrderField.All)
        {
            normal[field] = FieldRule.Apply(field.Kind, field.WireName, "", order[field], field.Required, findings);
        }

        CheckProducts(order.Products, normal, findings);
        return new CheckedEntry(normal.OrderId!, findings.All, findings.HasErrors ? null : EntryWriter.Write(normal));
    }

    /// <summary>Checks the price of one product.</summary>
    /// <param name="price">The price as it came; it is not changed.</param>
    /// <param name="earlier">What was noticed when it was read.</param>
    public static CheckedEntry Check(ProductPrice price, IReadOnlyList<Finding>? earlier)
    {
        FindingList findings = new(earlier);
        ProductPrice normal = new()
        {
            ProductSkuId = Apply(ProductField.SkuId, price.ProductSkuId, "", findings),
            Amount = Apply(ProductField.Amount, price.Amount, "", findings),
        };
        return new CheckedEntry(normal.ProductSkuId!, findings.All, findings.HasErrors ? null : EntryWriter.Write(normal));
    }

    private static void CheckProducts(List<Product>? products, Order normal, FindingList findings)
    {
        if (products is not { Count: > 0 })
        {
            findings.Error(OrderField.Products, "", "holds no product", "Give the order's items: one row each with product_sku_id, amount and qty, or a list in products.");
            return;
        }

        for (int i = 0; i < products.Count; i++)
        {
            string place = FormattableString.Invariant($"{OrderField.Products}[{i}]");
            if (findings.Stops(place))
            {
                // What is no product has its finding already.
                continue;
            }

            if (products[i] is not { } product)
            {
                findings.Error(place, "", "is empty", "Take it out, or fill it in.");
                continue;
            }

            Product copy = new();
            foreach (ProductField field in ProductField.All)
            {
                copy[field] = Apply(field, product[field], place + ".", findings);
            }

            normal.Products.Add(copy);
        }
    }

    private static string Apply(ProductField field, string? value, string place, FindingList findings) =>
        FieldRule.Apply(field.Kind, field.WireName, place, value, required: true, findings);
}
