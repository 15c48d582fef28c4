using System;
using System.Linq;
using System.Text;
using OrderOps.Integration;
using OrderOps.Outcomes;
using OrderOps.Tests.Itl;
using Xunit;

namespace OrderOps.Tests.Integration;

public sealed class OrderRulesTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("email")]
    [InlineData("order_id")]
    [InlineData("total_amount")]
    [InlineData("discount")]
    [InlineData("refferral_code")]
    [InlineData("user_id")]
    public void A_required_field_may_not_be_blank(string field)
    {
        foreach (string? blank in new[] { null, "", " \u00A0" })
        {
            Order order = UpsertSamples.Vendor();
            order[OrderField.All.Single(one => one.WireName == field)] = blank;
            CheckedEntry entry = OrderRules.Check(order, null);

            Assert.False(entry.IsValid);
            Finding finding = Assert.Single(entry.Findings);
            Assert.Equal((field, $"{field} is blank."), (finding.Field, finding.Message));
            Assert.NotEmpty(finding.Remedy);
        }
    }

    [Fact]
    public void What_is_optional_and_blank_is_left_out()
    {
        Order order = UpsertSamples.Vendor();
        (order.Phone, order.Address, order.TotalQuantity) = (null, "", " ");
        string json = Json(OrderRules.Check(order, null));

        Assert.StartsWith("{\"name\":\"Abhay\",\"email\":\"abhay@example.com\",\"products\":[", json);
        Assert.DoesNotContain("total_qty", json);
    }

    [Theory]
    [InlineData("5000", "5000")]
    [InlineData("5,000", "5000")]
    [InlineData(" 0 ", "0")]
    [InlineData("15.00", "15.00")]
    public void Amounts_go_out_as_strings(string text, string sent) => Cultures.Each(() =>
    {
        Order order = UpsertSamples.Vendor();
        order.TotalAmount = text;
        CheckedEntry entry = OrderRules.Check(order, null);
        Assert.Empty(entry.Findings);
        Assert.Contains($"\"total_amount\":\"{sent}\"", Json(entry));
    });

    [Theory]
    [InlineData("total_amount", "abc")]
    [InlineData("total_amount", "-1")]
    [InlineData("discount", "1E+3")]
    [InlineData("total_qty", "1.5")]
    [InlineData("total_qty", "0")]
    [InlineData("order_id", "8.62E+10")]
    [InlineData("phone", "7.67E+09")]
    [InlineData("user_id", "System.Object[]")]
    public void What_can_not_be_meant_is_refused_with_field_value_and_remedy(string field, string value)
    {
        Order order = UpsertSamples.Vendor();
        order[OrderField.All.Single(one => one.WireName == field)] = value;
        CheckedEntry entry = OrderRules.Check(order, null);

        Assert.False(entry.IsValid);
        Finding finding = Assert.Single(entry.Findings);
        Assert.Equal((field, value), (finding.Field, finding.Value));
        Assert.Contains(value, finding.Message);
        Assert.NotEmpty(finding.Remedy);
    }

    [Theory]
    [InlineData("email", "nobody")]
    [InlineData("total_amount", "12.50")]
    public void What_looks_odd_is_sent_with_a_warning(string field, string value)
    {
        Order order = UpsertSamples.Vendor();
        order[OrderField.All.Single(one => one.WireName == field)] = value;
        CheckedEntry entry = OrderRules.Check(order, null);

        Assert.True(entry.IsValid);
        Assert.Equal((field, false), (Assert.Single(entry.Findings).Field, entry.Findings[0].IsError));
    }

    [Fact]
    public void An_order_has_products_and_they_have_all_of_their_fields()
    {
        Order none = UpsertSamples.Vendor();
        none.Products.Clear();
        Assert.Equal("products", Assert.Single(OrderRules.Check(none, null).Findings).Field);

        Order some = UpsertSamples.Vendor();
        some.Products[1].ProductSkuId = null;
        some.Products[2].Quantity = "two";
        some.Products[3] = null!;
        Assert.Equal(["products[1].product_sku_id", "products[2].qty", "products[3]"], OrderRules.Check(some, null).Findings.Select(finding => finding.Field));
    }

    [Fact]
    public void What_was_noticed_before_counts()
    {
        Finding[] earlier = [new(Finding.Error, "name", "x", "The rows disagree.", "Mend them.")];
        Assert.False(OrderRules.Check(UpsertSamples.Vendor(), earlier).IsValid);
    }

    [Theory]
    [InlineData("sss1", "", "amount")]
    [InlineData("", "25", "product_sku_id")]
    [InlineData("sss1", "free", "amount")]
    public void A_price_has_a_product_and_an_amount(string sku, string amount, string field)
    {
        CheckedEntry entry = OrderRules.Check(new ProductPrice { ProductSkuId = sku, Amount = amount }, null);
        Assert.Equal((false, field), (entry.IsValid, Assert.Single(entry.Findings).Field));
    }

    private static string Json(CheckedEntry entry)
    {
        Assert.True(entry.IsValid, string.Join(Environment.NewLine, entry.Findings));
        return Encoding.UTF8.GetString(entry.Entry);
    }
}
