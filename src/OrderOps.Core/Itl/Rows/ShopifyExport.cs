using System;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>
/// Shopify's order export (CSV). One line an item; what concerns the order stands on its first line only, and a postal
/// code begins with an apostrophe. It knows no HSN code, weight or dimensions.
/// </summary>
internal static class ShopifyExport
{
    public static readonly ExportPreset Preset = new(
        "Shopify",
        [
            new(OrderRows.Of(OrderField.OrderNumber), "Name"),
            new(OrderRows.Of(OrderField.OrderDate), "Created at"),
            new(OrderRows.Of(OrderField.TotalAmount), "Total"),
            new(OrderRows.Of(OrderField.Name), "Shipping Name"),
            new(OrderRows.Of(OrderField.CompanyName), "Shipping Company"),
            new(OrderRows.Of(OrderField.Address), "Shipping Address1", "Shipping Street"),
            new(OrderRows.Of(OrderField.Address2), "Shipping Address2"),
            new(OrderRows.Of(OrderField.Pin), "Shipping Zip"),
            new(OrderRows.Of(OrderField.City), "Shipping City"),
            new(OrderRows.Of(OrderField.State), "Shipping Province Name", "Shipping Province"),
            new(OrderRows.Of(OrderField.Country), "Shipping Country"),
            new(OrderRows.Of(OrderField.Phone), "Shipping Phone", "Phone", "Billing Phone"),
            new(OrderRows.Of(OrderField.Email), "Email"),
            new(OrderRows.Of(OrderField.BillingName), "Billing Name"),
            new(OrderRows.Of(OrderField.BillingCompanyName), "Billing Company"),
            new(OrderRows.Of(OrderField.BillingAddress), "Billing Address1", "Billing Street"),
            new(OrderRows.Of(OrderField.BillingAddress2), "Billing Address2"),
            new(OrderRows.Of(OrderField.BillingPin), "Billing Zip"),
            new(OrderRows.Of(OrderField.BillingCity), "Billing City"),
            new(OrderRows.Of(OrderField.BillingState), "Billing Province Name", "Billing Province"),
            new(OrderRows.Of(OrderField.BillingCountry), "Billing Country"),
            new(OrderRows.Of(OrderField.BillingPhone), "Billing Phone", "Phone", "Shipping Phone"),
            new(OrderRows.Of(OrderField.ShippingCharges), "Shipping"),
            new(OrderRows.Of(OrderField.TotalDiscount), "Discount Amount"),
            new(OrderRows.Of(OrderField.CodAmount), "Outstanding Balance"),
            new(OrderRows.Of(ProductField.Name), "Lineitem name"),
            new(OrderRows.Of(ProductField.Sku), "Lineitem sku"),
            new(OrderRows.Of(ProductField.Quantity), "Lineitem quantity"),
            new(OrderRows.Of(ProductField.Price), "Lineitem price"),
            new(OrderRows.Of(ProductField.Discount), "Lineitem discount"),
            new PaymentEntry("Payment Method", "Financial Status", ["paid"], paidContradictsCod: true),
        ],
        [
            new(["Cancelled at", "Canceled at"], _ => true, "The order was cancelled", "Leave it out of the export."),
            new(["Currency"], text => !text.Equals("INR", StringComparison.OrdinalIgnoreCase), "Amounts must be in INR", "Export the order in the store's currency INR, or convert its amounts."),
        ]);
}
