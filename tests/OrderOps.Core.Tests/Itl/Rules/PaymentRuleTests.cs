using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl;

public class PaymentRuleTests
{
    [Theory]
    // mode, total, cod, advance → cod and advance as sent, and the finding: its field, '!' where it stops the order.
    [InlineData("COD", "100", "100", "", "100", "0", "")]
    [InlineData("COD", "100", "", "", "100", "0", "")]
    [InlineData("COD", "100", "60", "40", "60", "40", "")]
    [InlineData("COD", "100", "0", "", "0", "0", "cod_amount")]
    [InlineData("COD", "100", "0.00", "0", "0.00", "0", "cod_amount")]
    [InlineData("COD", "100", "150", "", "150", "0", "cod_amount")]
    [InlineData("COD", "100", "", "40", "0", "40", "!cod_amount")]
    [InlineData("Prepaid", "100", "", "", "0", "100", "")]
    [InlineData("Prepaid", "100", "0", "0", "0", "100", "")]
    [InlineData("paid", "₹1,000", "0", "1000.00", "0", "1000", "")]
    [InlineData("Prepaid", "100", "0", "40", "0", "100", "advance_amount")]
    [InlineData("Prepaid", "100", "100", "", "100", "0", "!cod_amount")]
    [InlineData("pending", "100", "100", "", "100", "0", "!payment_mode")]
    [InlineData("Prepaid", "x", "", "", "0", "0", "!total_amount")]
    public void Amounts_follow_from_the_mode(string mode, string total, string cod, string advance, string codSent, string advanceSent, string finding)
    {
        Order order = OrderSamples.Cod();
        order.PaymentMode = mode;
        order.TotalAmount = total;
        order.CodAmount = cod;
        order.AdvanceAmount = advance;

        CheckedOrder result = OrderRulesTests.Rules().Check(order);

        Assert.Equal((codSent, advanceSent), (result.Order.CodAmount, result.Order.AdvanceAmount));
        Assert.Equal(finding.IndexOf('!') < 0, result.IsValid);
        if (finding.Length == 0)
        {
            Assert.Empty(result.Findings);
        }
        else
        {
            Finding noticed = Assert.Single(result.Findings);
            Assert.Equal(finding.TrimStart('!'), noticed.Field);
            Assert.NotEmpty(noticed.Remedy);
        }
    }

    [Fact]
    public void Money_that_would_not_be_collected_is_named_with_both_fields()
    {
        Order order = OrderSamples.Prepaid();
        order.CodAmount = "500";
        Finding finding = Assert.Single(OrderRulesTests.Rules().Check(order).Findings);
        Assert.Contains("cod_amount '500'", finding.Message);
        Assert.Contains("payment_mode", finding.Message);
    }
}
