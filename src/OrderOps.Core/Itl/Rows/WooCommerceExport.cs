using System;
using System.Linq;

namespace OrderOps.Itl;

/// <summary>
/// The order export (CSV) of the widely used WooCommerce plug-in "Order Export", one line an item, with what concerns
/// the order on each line. It knows no HSN code, weight or dimensions.
/// </summary>
internal static class WooCommerceExport
{
    private static readonly string[] Dead = ["cancelled", "canceled", "refunded", "failed", "trash", "draft", "wc-cancelled", "wc-refunded", "wc-failed"];

    public static readonly ExportPreset Preset = new(
        "WooCommerce",
        [
            new(RowTarget.Of(OrderField.OrderNumber), "Order Number", "Order ID"),
            new(RowTarget.Of(OrderField.OrderDate), "Order Date"),
            new(RowTarget.Of(OrderField.TotalAmount), "Order Total Amount", "Order Total"),
            new(RowTarget.Of(OrderField.Name), "Full Name (Shipping)", "First Name (Shipping) + Last Name (Shipping)"),
            new(RowTarget.Of(OrderField.CompanyName), "Company (Shipping)"),
            new(RowTarget.Of(OrderField.Address), "Address 1&2 (Shipping)", "Address 1 (Shipping)"),
            new(RowTarget.Of(OrderField.Address2), "Address 2 (Shipping)"),
            new(RowTarget.Of(OrderField.Pin), "Postcode (Shipping)"),
            new(RowTarget.Of(OrderField.City), "City (Shipping)"),
            new(RowTarget.Of(OrderField.State), "State Name (Shipping)", "State Code (Shipping)"),
            new(RowTarget.Of(OrderField.Country), "Country Name (Shipping)", "Country Code (Shipping)"),
            new(RowTarget.Of(OrderField.Phone), "Phone (Shipping)", "Phone (Billing)"),
            new(RowTarget.Of(OrderField.Email), "Email (Billing)"),
            new(RowTarget.Of(OrderField.BillingName), "Full Name (Billing)", "First Name (Billing) + Last Name (Billing)"),
            new(RowTarget.Of(OrderField.BillingCompanyName), "Company (Billing)"),
            new(RowTarget.Of(OrderField.BillingAddress), "Address 1&2 (Billing)", "Address 1 (Billing)"),
            new(RowTarget.Of(OrderField.BillingAddress2), "Address 2 (Billing)"),
            new(RowTarget.Of(OrderField.BillingPin), "Postcode (Billing)"),
            new(RowTarget.Of(OrderField.BillingCity), "City (Billing)"),
            new(RowTarget.Of(OrderField.BillingState), "State Name (Billing)", "State Code (Billing)"),
            new(RowTarget.Of(OrderField.BillingCountry), "Country Name (Billing)", "Country Code (Billing)"),
            new(RowTarget.Of(OrderField.BillingPhone), "Phone (Billing)"),
            new(RowTarget.Of(OrderField.BillingEmail), "Email (Billing)"),
            new(RowTarget.Of(OrderField.ShippingCharges), "Order Shipping Amount"),
            new(RowTarget.Of(OrderField.TotalDiscount), "Cart Discount Amount"),
            new(RowTarget.Of(ProductField.Name), "Item Name", "Name"),
            new(RowTarget.Of(ProductField.Sku), "SKU"),
            new(RowTarget.Of(ProductField.Quantity), "Quantity"),
            new(RowTarget.Of(ProductField.Price), "Item Cost"),
            new PaymentEntry("Payment Method Title", "Order Status", ["processing", "completed", "wc-processing", "wc-completed"], paidContradictsCod: false),
        ],
        [
            new(["Order Status"], text => Dead.Contains(text, StringComparer.OrdinalIgnoreCase), "The order is not to be shipped", "Leave it out of the export."),
            new(["Currency", "Order Currency"], text => !text.Equals("INR", StringComparison.OrdinalIgnoreCase), "Amounts must be in INR", "Export the order in the store's currency INR, or convert its amounts."),
        ]);
}
