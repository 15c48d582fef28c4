using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

public class PinRuleTests
{
    [Theory]
    [InlineData("400094", "400094")]
    [InlineData("400 094", "400094")]
    [InlineData("400\u00A0094", "400094")]
    [InlineData("'400094", "400094")]
    [InlineData("’400094", "400094")]
    [InlineData("400-094", "400094")]
    [InlineData("400094.0", "400094")]
    [InlineData("४०००९४", "400094")]
    public void Six_digits_are_what_is_left(string text, string expected) => RuleTable.Takes(PinRule.Apply, text, expected);

    [Fact]
    public void A_leading_zero_is_noted() => RuleTable.Notes(PinRule.Apply, "012345", "012345", "begins with 0");

    [Theory]
    [InlineData("40009", "5 digits")]
    [InlineData("4000944", "7 digits")]
    [InlineData("4.00E+05", "scientific")]
    [InlineData("SW1A 1AA", "not a PIN")]
    [InlineData("40009O", "not a PIN")]
    [InlineData("400094.5", "not a PIN")]
    [InlineData("'", "not a PIN")]
    public void Anything_else_is_refused(string text, string words) => RuleTable.Refuses(PinRule.Apply, text, words);
}
