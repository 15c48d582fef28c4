using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

public class AmountRuleTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("10", "10")]
    [InlineData("1299.5", "1299.5")]
    [InlineData("1299.50", "1299.50")]
    [InlineData("0.5", "0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("007", "7")]
    [InlineData("₹1,299.50", "1299.50")]
    [InlineData("₹ 1299", "1299")]
    [InlineData("Rs. 1,299", "1299")]
    [InlineData("rs 1299", "1299")]
    [InlineData("INR 1299.50", "1299.50")]
    [InlineData("inr1299", "1299")]
    [InlineData("1299 INR", "1299")]
    [InlineData("500/-", "500")]
    [InlineData("Rs.500/-", "500")]
    [InlineData("1,299", "1299")]
    [InlineData("1,00,000.50", "100000.50")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("1 299.50", "1299.50")]
    [InlineData("1\u202F299.50", "1299.50")]
    [InlineData("+5", "5")]
    [InlineData("-0.00", "0.00")]
    [InlineData("1299.0000", "1299")]
    [InlineData("10.125", "10.125")]
    [InlineData("19.989999999999998", "19.99")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1000000000000", "1000000000000")]
    [InlineData("१२९९", "1299")]
    public void An_amount_goes_out_with_a_point_and_nothing_else(string text, string expected) => RuleTable.Takes(AmountRule.Apply, text, expected);

    [Theory]
    [InlineData("1.299,50", "comma")]
    [InlineData("12,5", "comma")]
    [InlineData("0,500", "comma")]
    [InlineData("1,29,9", "comma")]
    [InlineData("1234,567", "comma")]
    [InlineData("1,2345", "comma")]
    [InlineData("12,,345", "comma")]
    [InlineData("1.299.500", "not a number")]
    [InlineData("12 50", "not a number")]
    [InlineData("1.3E+03", "scientific")]
    [InlineData("1E+3", "scientific")]
    [InlineData("-5", "negative")]
    [InlineData("(5.00)", "negative")]
    [InlineData("$12", "another currency")]
    [InlineData("12 USD", "another currency")]
    [InlineData("€ 12", "another currency")]
    [InlineData("1000000000001", "larger")]
    [InlineData("99999999999999999999999999999999999", "larger")]
    [InlineData("free", "not a number")]
    [InlineData("₹", "not a number")]
    [InlineData(".", "not a number")]
    [InlineData("12%", "not a number")]
    [InlineData("0x10", "not a number")]
    [InlineData("NaN", "not a number")]
    public void What_can_be_two_amounts_or_none_is_refused(string text, string words) => RuleTable.Refuses(AmountRule.Apply, text, words);

    [Theory]
    [InlineData("18", "18")]
    [InlineData("18%", "18")]
    [InlineData("2.5 %", "2.5")]
    public void A_rate_may_have_a_percent_sign(string text, string expected) => RuleTable.Takes(AmountRule.ApplyToRate, text, expected);

    [Fact]
    public void A_rate_above_100_is_noted() => RuleTable.Notes(AmountRule.ApplyToRate, "180", "180", "above 100");
}
