using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl;

public class OrderRulesTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 31, 0, 0, 0, TimeSpan.Zero);

    internal static OrderRules Rules() => new(new OrderRuleOptions { Now = Now });

    private static CheckedOrder Check(Action<Order> change)
    {
        Order order = OrderSamples.Cod();
        change(order);
        return Rules().Check(order);
    }

    private static Finding OnlyError(CheckedOrder order)
    {
        Assert.False(order.IsValid);
        Assert.Empty(order.Entry);
        return Assert.Single(order.Findings, finding => finding.IsError);
    }

    [Fact]
    public void Nothing_at_all_is_one_finding_and_not_one_a_field()
    {
        Assert.Equal("order", OnlyError(Rules().Check(new Order())).Field);
    }

    [Fact]
    public void Nothing_at_all_adds_nothing_to_why_it_could_not_be_read()
    {
        Finding unreadable = new(Finding.Error, "", "", "It is no order.", "Give one.");
        Assert.Same(unreadable, OnlyError(Rules().Check(new Order(), [unreadable])));
    }

    [Fact]
    public void A_good_order_has_no_findings()
    {
        CheckedOrder order = Check(_ => { });
        Assert.Empty(order.Findings);
        Assert.True(order.IsValid);
        Assert.Equal("WEB-1", order.Key);
        Assert.NotEmpty(order.Entry);
    }

    [Theory]
    [MemberData(nameof(RequiredFields))]
    public void A_required_field_may_not_be_blank(string field)
    {
        OrderField required = OrderField.All.Single(one => one.WireName == field);
        foreach (string? blank in new[] { null, "", " ", "\u00A0", "\u200B" })
        {
            Finding finding = OnlyError(Check(order => order[required] = blank));
            Assert.Equal(field, finding.Field);
            Assert.Contains(field, finding.Message);
            Assert.Contains("blank", finding.Message);
        }
    }

    public static TheoryData<string> RequiredFields() =>
        new(OrderField.All.Where(field => field.Required && !BillingRule.Owns(field)).Select(field => field.WireName).ToArray());

    [Theory]
    [InlineData("product_name")]
    [InlineData("product_quantity")]
    [InlineData("product_price")]
    [InlineData("product_hsn_code")]
    public void A_products_required_field_may_not_be_blank(string field)
    {
        ProductField required = ProductField.All.Single(one => one.WireName == field);
        Finding finding = OnlyError(Check(order =>
        {
            order.Products.Add(OrderSamples.Bottle());
            order.Products[1][required] = "";
        }));
        Assert.Equal($"products[1].{field}", finding.Field);
    }

    [Fact]
    public void A_refusal_names_field_value_and_remedy()
    {
        Finding finding = OnlyError(Check(order => order.Products[0].Price = "12,5"));
        Assert.Equal("products[0].product_price", finding.Field);
        Assert.Equal("12,5", finding.Value);
        Assert.Contains("products[0].product_price '12,5'", finding.Message);
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void A_long_value_is_shortened_to_80_characters()
    {
        Finding finding = OnlyError(Check(order => order.Phone = new string('x', 500)));
        Assert.Equal(80, finding.Value.Length);
    }

    [Fact]
    public void Every_fault_of_an_order_is_named_at_once()
    {
        CheckedOrder order = Check(one =>
        {
            one.Phone = "12";
            one.Pin = "";
            one.OrderDate = "06/12/2025";
            one.Products[0].HsnCode = "";
        });
        Assert.Equal(new[] { "order_date", "pin", "phone", "products[0].product_hsn_code" }, order.Findings.Select(finding => finding.Field));
    }

    [Fact]
    public void An_order_has_at_least_one_product()
    {
        Assert.Equal("products", OnlyError(Check(order => order.Products.Clear())).Field);
        Assert.Equal("products", OnlyError(Check(order => order.Products = null!)).Field);
        Assert.Equal("products[1]", OnlyError(Check(order => order.Products.Add(null!))).Field);
    }

    [Fact]
    public void Blank_rates_discounts_and_charges_are_0()
    {
        Order order = Check(one =>
        {
            one.Products[0].TaxRate = "";
            one.Products[0].Discount = null;
        }).Order;
        Assert.Equal("0", order.Products[0].TaxRate);
        Assert.Equal("0", order.Products[0].Discount);
        Assert.All(
            new[] { order.ShippingCharges, order.GiftWrapCharges, order.TransactionCharges, order.TotalDiscount, order.FirstAttemptDiscount, order.CodCharges },
            charge => Assert.Equal("0", charge));
    }

    [Theory]
    [InlineData("9 Lake Rd", "", "", false)]
    [InlineData("10 Lake Rd", "", "", true)]
    [InlineData("Flat 1", "Rd", "A1", true)]
    [InlineData("Flat 1", "", "A1 ", false)]
    public void Three_lines_of_address_have_ten_characters_together(string add, string add2, string add3, bool valid)
    {
        CheckedOrder order = Check(one =>
        {
            one.Address = add;
            one.Address2 = add2;
            one.Address3 = add3;
        });
        Assert.Equal(valid, order.IsValid);
        Assert.Equal(valid, order.Findings.All(finding => finding.Field != "add"));
    }

    [Theory]
    [InlineData("not an e-mail")]
    [InlineData("@example.com")]
    [InlineData("a@b@c")]
    public void A_strange_email_is_a_warning(string email)
    {
        CheckedOrder order = Check(one => one.Email = email);
        Assert.True(order.IsValid);
        Assert.Equal("email", Assert.Single(order.Findings).Field);
    }

    [Theory]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("System.Object[]")]
    [InlineData("OrderOps.Itl.Product")]
    [InlineData("@{sku=A; qty=1}")]
    public void A_types_name_is_no_value(string name)
    {
        Finding finding = OnlyError(Check(order => order.Products[0].Name = name));
        Assert.Equal("products[0].product_name", finding.Field);
        Assert.Contains("type's name", finding.Message);
        Assert.Contains("depth", finding.Remedy);
    }

    [Fact]
    public void The_order_that_was_checked_is_not_changed()
    {
        Order order = OrderSamples.Cod();
        order.Phone = " +91 98857 97798 ";
        Order normalised = Rules().Check(order).Order;
        Assert.Equal(" +91 98857 97798 ", order.Phone);
        Assert.Null(order.BillingPhone);
        Assert.Equal("9885797798", normalised.Phone);
        Assert.NotSame(order.Products[0], normalised.Products[0]);
    }

    [Fact]
    public void What_was_noticed_earlier_comes_first_and_an_error_stops_the_order()
    {
        var earlier = new List<Finding> { new(Finding.Error, "phone", "1 | 2", "Rows disagree.", "Mend them.") };
        CheckedOrder order = Rules().Check(OrderSamples.Cod(), earlier);
        Assert.False(order.IsValid);
        Assert.Same(earlier[0], order.Findings[0]);

        var warning = new List<Finding> { new(Finding.Warning, "x", "", "Hm.", "Look.") };
        Assert.True(Rules().Check(OrderSamples.Cod(), warning).IsValid);
    }

    [Fact]
    public void The_key_is_order_number_and_sub_order()
    {
        CheckedOrder order = Check(one =>
        {
            one.OrderNumber = " '0012 ";
            one.SubOrder = "2";
        });
        Assert.Equal(("0012", "2", "0012/2"), (order.OrderNumber, order.SubOrder, order.Key));
    }

    [Fact]
    public void Orders_that_go_out_the_same_have_the_same_hash()
    {
        ulong hash = Check(_ => { }).ContentHash;
        Assert.NotEqual(0UL, hash);
        Assert.Equal(hash, Check(order => order.Phone = "+91 98857-97798").ContentHash);
        Assert.NotEqual(hash, Check(order => order.Phone = "9885797799").ContentHash);
    }

    [Fact]
    public void Every_culture_makes_the_same_of_an_order()
    {
        string Describe(string culture) => Cultures.In(culture, () =>
        {
            CheckedOrder good = Check(order =>
            {
                order.TotalAmount = "₹1,00,000.50";
                order.OrderDate = "2025-11-02T03:37:00Z";
                order.PaymentMode = "ONLINE";
                order.BillingSameAsShipping = "I";
                order.BillingSameAsShipping = "YES";
                order.Weight = "500 GRAMS";
                order.Name = "İbrahim Iyer";
            });
            CheckedOrder bad = Check(order =>
            {
                order.Pin = "4.00E+05";
                order.OrderDate = "06/12/2025";
                order.Weight = "0,5";
            });
            return System.Text.Encoding.UTF8.GetString(good.Entry) + string.Join("\n", bad.Findings);
        });
        string invariant = Describe("");
        Assert.Contains("100000.50", invariant);
        Assert.All(Cultures.Names, culture => Assert.Equal(invariant, Describe(culture)));
    }
}
