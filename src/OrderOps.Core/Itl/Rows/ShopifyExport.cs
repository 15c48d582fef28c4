using System;

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
            new(RowTarget.Of(OrderField.OrderNumber), "Name"),
            new(RowTarget.Of(OrderField.OrderDate), "Created at"),
            new(RowTarget.Of(OrderField.TotalAmount), "Total"),
            new(RowTarget.Of(OrderField.Name), "Shipping Name"),
            new(RowTarget.Of(OrderField.CompanyName), "Shipping Company"),
            new(RowTarget.Of(OrderField.Address), "Shipping Address1", "Shipping Street"),
            new(RowTarget.Of(OrderField.Address2), "Shipping Address2"),
            new(RowTarget.Of(OrderField.Pin), "Shipping Zip"),
            new(RowTarget.Of(OrderField.City), "Shipping City"),
            new(RowTarget.Of(OrderField.State), "Shipping Province Name", "Shipping Province"),
            new(RowTarget.Of(OrderField.Country), "Shipping Country"),
            new(RowTarget.Of(OrderField.Phone), "Shipping Phone", "Phone", "Billing Phone"),
            new(RowTarget.Of(OrderField.Email), "Email"),
            new(RowTarget.Of(OrderField.BillingName), "Billing Name"),
            new(RowTarget.Of(OrderField.BillingCompanyName), "Billing Company"),
            new(RowTarget.Of(OrderField.BillingAddress), "Billing Address1", "Billing Street"),
            new(RowTarget.Of(OrderField.BillingAddress2), "Billing Address2"),
            new(RowTarget.Of(OrderField.BillingPin), "Billing Zip"),
            new(RowTarget.Of(OrderField.BillingCity), "Billing City"),
            new(RowTarget.Of(OrderField.BillingState), "Billing Province Name", "Billing Province"),
            new(RowTarget.Of(OrderField.BillingCountry), "Billing Country"),
            new(RowTarget.Of(OrderField.BillingPhone), "Billing Phone", "Phone", "Shipping Phone"),
            new(RowTarget.Of(OrderField.ShippingCharges), "Shipping"),
            new(RowTarget.Of(OrderField.TotalDiscount), "Discount Amount"),
            new(RowTarget.Of(OrderField.CodAmount), "Outstanding Balance"),
            new(RowTarget.Of(ProductField.Name), "Lineitem name"),
            new(RowTarget.Of(ProductField.Sku), "Lineitem sku"),
            new(RowTarget.Of(ProductField.Quantity), "Lineitem quantity"),
            new(RowTarget.Of(ProductField.Price), "Lineitem price"),
            new(RowTarget.Of(ProductField.Discount), "Lineitem discount"),
            new PaymentEntry("Payment Method", "Financial Status", ["paid"], paidContradictsCod: true),
        ],
        [
            new(["Cancelled at", "Canceled at"], _ => true, "The order was cancelled", "Leave it out of the export."),
            new(["Currency"], text => !text.Equals("INR", StringComparison.OrdinalIgnoreCase), "Amounts must be in INR", "Export the order in the store's currency INR, or convert its amounts."),
        ]);
}
