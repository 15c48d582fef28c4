using System;
using System.Linq;
using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl;

public class BillingRuleTests
{
    private static CheckedOrder Check(Action<Order> change)
    {
        Order order = OrderSamples.Cod();
        change(order);
        return OrderRulesTests.Rules().Check(order);
    }

    private static void AssertCopied(Order order)
    {
        Assert.Equal("yes", order.BillingSameAsShipping);
        Assert.Equal(
            (order.Name, order.CompanyName, order.Address, order.Address2, order.Address3, order.Pin),
            (order.BillingName, order.BillingCompanyName, order.BillingAddress, order.BillingAddress2, order.BillingAddress3, order.BillingPin));
        Assert.Equal(
            (order.City, order.State, order.Country, order.Phone, order.AltPhone, order.Email),
            (order.BillingCity, order.BillingState, order.BillingCountry, order.BillingPhone, order.BillingAltPhone, order.BillingEmail));
    }

    private static void GiveAll(Order order)
    {
        order.BillingName = "Bharat";
        order.BillingAddress = "104 Shreeji Sharan";
        order.BillingPin = "400067";
        order.BillingPhone = "+91 9967801682";
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yes")]
    [InlineData("Y")]
    [InlineData("TRUE")]
    public void Without_billing_data_delivery_is_copied(string? flag)
    {
        CheckedOrder order = Check(one => one.BillingSameAsShipping = flag);
        Assert.Empty(order.Findings);
        AssertCopied(order.Order);
    }

    [Fact]
    public void A_no_without_billing_data_is_noted_and_copied_all_the_same()
    {
        CheckedOrder order = Check(one => one.BillingSameAsShipping = "no");
        Assert.True(order.IsValid);
        Assert.Equal("is_billing_same_as_shipping", Assert.Single(order.Findings).Field);
        AssertCopied(order.Order);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no")]
    public void Billing_data_that_is_given_is_normalised_and_sent(string? flag)
    {
        CheckedOrder order = Check(one =>
        {
            GiveAll(one);
            one.BillingSameAsShipping = flag;
        });
        Assert.Empty(order.Findings);
        Assert.Equal("no", order.Order.BillingSameAsShipping);
        Assert.Equal("9967801682", order.Order.BillingPhone);
        Assert.Equal("400067", order.Order.BillingPin);
        Assert.Equal("", order.Order.BillingCity);
    }

    [Fact]
    public void A_yes_overrides_billing_data_and_says_so()
    {
        CheckedOrder order = Check(one =>
        {
            GiveAll(one);
            one.BillingAddress = one.Address;
            one.BillingSameAsShipping = "yes";
        });
        Assert.True(order.IsValid);
        Assert.Equal(new[] { "billing_name", "billing_pin", "billing_phone" }, order.Findings.Select(finding => finding.Field));
        Assert.All(order.Findings, finding => Assert.Equal(Finding.Warning, finding.Severity));
        AssertCopied(order.Order);
    }

    [Fact]
    public void A_part_that_is_missing_is_copied_whole()
    {
        CheckedOrder order = Check(one =>
        {
            GiveAll(one);
            one.BillingPhone = "";
            one.BillingName = " ";
        });
        Assert.Empty(order.Findings);
        Assert.Equal("no", order.Order.BillingSameAsShipping);
        Assert.Equal(order.Order.Phone, order.Order.BillingPhone);
        Assert.Equal("Rohan Sharma", order.Order.BillingName);
        Assert.Equal("400067", order.Order.BillingPin);
    }

    [Theory]
    [InlineData("billing_add")]
    [InlineData("billing_pin")]
    public void Half_an_address_is_refused_and_not_completed_from_another(string field)
    {
        CheckedOrder order = Check(one =>
        {
            GiveAll(one);
            one[OrderField.All.Single(each => each.WireName == field)] = "";
        });
        Assert.Equal(field, Assert.Single(order.Findings, finding => finding.IsError).Field);
    }

    [Fact]
    public void A_fault_in_the_delivery_address_is_named_once()
    {
        CheckedOrder order = Check(one => one.Pin = "1");
        Assert.Equal("pin", Assert.Single(order.Findings).Field);
    }
}
