using System;
using System.Linq;
using OrderOps.Rows;

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
            new(OrderRows.Of(OrderField.OrderNumber), "Order Number", "Order ID"),
            new(OrderRows.Of(OrderField.OrderDate), "Order Date"),
            new(OrderRows.Of(OrderField.TotalAmount), "Order Total Amount", "Order Total"),
            new(OrderRows.Of(OrderField.Name), "Full Name (Shipping)", "First Name (Shipping) + Last Name (Shipping)"),
            new(OrderRows.Of(OrderField.CompanyName), "Company (Shipping)"),
            new(OrderRows.Of(OrderField.Address), "Address 1&2 (Shipping)", "Address 1 (Shipping)"),
            new(OrderRows.Of(OrderField.Address2), "Address 2 (Shipping)"),
            new(OrderRows.Of(OrderField.Pin), "Postcode (Shipping)"),
            new(OrderRows.Of(OrderField.City), "City (Shipping)"),
            new(OrderRows.Of(OrderField.State), "State Name (Shipping)", "State Code (Shipping)"),
            new(OrderRows.Of(OrderField.Country), "Country Name (Shipping)", "Country Code (Shipping)"),
            new(OrderRows.Of(OrderField.Phone), "Phone (Shipping)", "Phone (Billing)"),
            new(OrderRows.Of(OrderField.Email), "Email (Billing)"),
            new(OrderRows.Of(OrderField.BillingName), "Full Name (Billing)", "First Name (Billing) + Last Name (Billing)"),
            new(OrderRows.Of(OrderField.BillingCompanyName), "Company (Billing)"),
            new(OrderRows.Of(OrderField.BillingAddress), "Address 1&2 (Billing)", "Address 1 (Billing)"),
            new(OrderRows.Of(OrderField.BillingAddress2), "Address 2 (Billing)"),
            new(OrderRows.Of(OrderField.BillingPin), "Postcode (Billing)"),
            new(OrderRows.Of(OrderField.BillingCity), "City (Billing)"),
            new(OrderRows.Of(OrderField.BillingState), "State Name (Billing)", "State Code (Billing)"),
            new(OrderRows.Of(OrderField.BillingCountry), "Country Name (Billing)", "Country Code (Billing)"),
            new(OrderRows.Of(OrderField.BillingPhone), "Phone (Billing)"),
            new(OrderRows.Of(OrderField.BillingEmail), "Email (Billing)"),
            new(OrderRows.Of(OrderField.ShippingCharges), "Order Shipping Amount"),
            new(OrderRows.Of(OrderField.TotalDiscount), "Cart Discount Amount"),
            new(OrderRows.Of(ProductField.Name), "Item Name", "Name"),
            new(OrderRows.Of(ProductField.Sku), "SKU"),
            new(OrderRows.Of(ProductField.Quantity), "Quantity"),
            new(OrderRows.Of(ProductField.Price), "Item Cost"),
            new PaymentEntry("Payment Method Title", "Order Status", ["processing", "completed", "wc-processing", "wc-completed"], paidContradictsCod: false),
        ],
        [
            new(["Order Status"], text => Dead.Contains(text, StringComparer.OrdinalIgnoreCase), "The order is not to be shipped", "Leave it out of the export."),
            new(["Currency", "Order Currency"], text => !text.Equals("INR", StringComparison.OrdinalIgnoreCase), "Amounts must be in INR", "Export the order in the store's currency INR, or convert its amounts."),
        ]);
}
