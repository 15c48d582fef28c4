using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OrderOps.Input;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl.Rows;

/// <summary>Real exports, from the file to the orders.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("hi-IN")]
    [InlineData("th-TH")]
    public void The_sample_is_60_orders_under_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            List<GroupedOrder> orders = RowsRig.GroupSample("orders.csv");
            Assert.Equal(60, orders.Count);
            Assert.Equal(98, orders.Sum(order => order.Rows));
            Assert.Equal(98, orders.Sum(order => order.Order.Products.Count));
            Assert.All(orders, order => Assert.Empty(order.Findings));
            Assert.All(orders, order => Assert.Empty(order.UnknownNames));
            Order third = orders[2].Order;
            Assert.Equal(("WEB-2603", "Diya Nair", "781005", "0.8"), (third.OrderNumber, third.Name, third.Pin, third.Weight));
            Assert.Equal(["1 x SB100", "1 x NB005", "3 x UC010"], third.Products.Select(product => product.ToString()));
            Assert.Equal("orders.csv, row 4 and 2 more", orders[2].Origin);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_Shopify_export_needs_only_its_preset_and_what_Shopify_does_not_know()
    {
        ColumnMap map = ColumnMap.Create(null, "shopify", new Dictionary<string, string> { ["hsn"] = "6302", ["weight"] = "0.8" });
        List<GroupedOrder> orders = RowsRig.GroupSample("shopify-orders.csv", map);
        Assert.Equal(["#1001", "#1002", "#1003", "#1004"], orders.Select(order => order.Order.OrderNumber));

        Order cod = orders[0].Order;
        Assert.Empty(orders[0].Findings);
        Assert.Equal(("2158.00", "60.00", "COD", "2158.00", "0.8"), (cod.TotalAmount, cod.ShippingCharges, cod.PaymentMode, cod.CodAmount, cod.Weight));
        Assert.Equal("2025-11-02 09:07:00 +0530", cod.OrderDate);
        Assert.Equal(("Meera Pillai", "12 Temple Street", "Near Old Bus Stand"), (cod.Name, cod.Address, cod.Address2));
        Assert.Equal(("'625001", "Madurai", "Tamil Nadu", "IN", "+91 98842 17760"), (cod.Pin, cod.City, cod.State, cod.Country, cod.Phone));
        Assert.Equal(["2 x CB090", "1 x CU014"], cod.Products.Select(product => product.ToString()));
        Assert.Equal("Block-print \"Jaipur\" cushion", cod.Products[1].Name);
        Assert.All(cod.Products, product => Assert.Equal("6302", product.HsnCode));

        Order prepaid = orders[1].Order;
        Assert.Empty(orders[1].Findings);
        Assert.Equal(("Prepaid", "Priya Rao", "'560001", "+919790011223"), (prepaid.PaymentMode, prepaid.Name, prepaid.Pin, prepaid.Phone));
        Assert.Equal(("Arjun Rao", "'500081", "+919790011223"), (prepaid.BillingName, prepaid.BillingPin, prepaid.BillingPhone));
        Assert.Equal(("100.00", "100.00"), (prepaid.TotalDiscount, prepaid.Products[0].Discount));

        Assert.Equal("pending", orders[2].Order.PaymentMode);
        Assert.Contains("cancelled", Assert.Single(orders[3].Findings).Message);
    }

    [Fact]
    public void A_WooCommerce_export_needs_only_its_preset_and_what_it_does_not_know()
    {
        ColumnMap map = ColumnMap.Create(null, "WooCommerce");
        List<GroupedOrder> orders = RowsRig.GroupSample("woocommerce-orders.csv", map);
        Assert.Equal(["3481", "3482", "3483", "3484"], orders.Select(order => order.Order.OrderNumber));

        Order cod = orders[0].Order;
        Assert.Empty(orders[0].Findings);
        Assert.Equal(("1187", "40", "COD", "2025-11-02 09:07"), (cod.TotalAmount, cod.ShippingCharges, cod.PaymentMode, cod.OrderDate));
        Assert.Equal(("Sunita Deshmukh", "14 Tilak Road, Sadashiv Peth", "Pune", "MH", "411030"), (cod.Name, cod.Address, cod.City, cod.State, cod.Pin));
        Assert.Equal(("98220 11223", "sunita@example.com", "Sunita Deshmukh"), (cod.Phone, cod.Email, cod.BillingName));
        Assert.Equal(["1 x UC010", "1 x RC002"], cod.Products.Select(product => product.ToString()));
        Assert.Equal(("USB-C cable", "349"), (cod.Products[0].Name, cod.Products[0].Price));

        Assert.Equal(("Prepaid", "50"), (orders[1].Order.PaymentMode, orders[1].Order.TotalDiscount));
        Assert.Equal("On hold", orders[2].Order.PaymentMode);
        Assert.Contains("Refunded", Assert.Single(orders[3].Findings).Message);
    }

    [Theory]
    [InlineData("Cash on Delivery (COD)", "pending", "COD", false)]
    [InlineData("cod", "", "COD", false)]
    [InlineData("Cash on Delivery (COD)", "paid", "COD", true)]
    [InlineData("Razorpay Secure", "Paid", "Prepaid", false)]
    [InlineData("Razorpay Secure", "", "Razorpay Secure", false)]
    [InlineData("Razorpay Secure", "refunded", "refunded", false)]
    [InlineData("Codo Pay", "pending", "pending", false)]
    [InlineData("", "", null, false)]
    public void A_Shopify_payment_is_cash_or_paid_or_left_to_the_rules(string method, string status, string? mode, bool isContradiction)
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("Name", "#1", "Payment Method", method, "Financial Status", status), ColumnMap.Create(preset: "Shopify"));
        Assert.Equal(mode, row.Order.PaymentMode);
        Assert.Equal(isContradiction, row.Findings.Any(finding => finding is { IsError: true, Field: "payment_mode" }));
    }

    [Theory]
    [InlineData("INR", 0)]
    [InlineData("inr", 0)]
    [InlineData("", 0)]
    [InlineData("USD", 1)]
    public void Amounts_in_another_currency_are_an_error(string currency, int errors)
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("Name", "#1", "Currency", currency), ColumnMap.Create(preset: "Shopify"));
        Assert.Equal(errors, row.Findings.Count(finding => finding.IsError));
    }

    [Fact]
    public void A_map_goes_before_the_preset_and_names_that_match_fill_the_rest()
    {
        ColumnMap map = ColumnMap.Create(new Dictionary<string, string> { ["order"] = "Id", ["payment_mode"] = "Payment Method" }, "Shopify");
        InputRecord record = RowsRig.Record("Name", "#1", "Id", "558", "Payment Method", "COD", "Financial Status", "paid", "weight", "0.5", "Tags", "x");
        BoundRow row = RowsRig.Bind(record, map);
        Assert.Equal(("558", "COD", "0.5"), (row.Order.OrderNumber, row.Order.PaymentMode, row.Order.Weight));
        Assert.DoesNotContain(row.Findings, finding => finding.IsError);
        Assert.Contains("Tags", row.UnknownNames);
    }
}
