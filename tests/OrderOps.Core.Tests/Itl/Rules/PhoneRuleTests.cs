using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

public class PhoneRuleTests
{
    [Theory]
    [InlineData("9885797798", "9885797798")]
    [InlineData("+91 9885797798", "9885797798")]
    [InlineData("+91-98857-97798", "9885797798")]
    [InlineData("+919885797798", "9885797798")]
    [InlineData("+91 09885797798", "9885797798")]
    [InlineData("919885797798", "9885797798")]
    [InlineData("00919885797798", "9885797798")]
    [InlineData("09885797798", "9885797798")]
    [InlineData("98857 97798", "9885797798")]
    [InlineData("98857\u00A097798", "9885797798")]
    [InlineData("(022) 2345-6789", "2223456789")]
    [InlineData("98857.97798", "9885797798")]
    [InlineData("'9885797798", "9885797798")]
    [InlineData("=\"9885797798\"", "9885797798")]
    [InlineData("9885797798.0", "9885797798")]
    [InlineData("1111111111", "1111111111")]
    [InlineData("९८८५७९७७९८", "9885797798")]
    public void One_number_becomes_ten_digits(string text, string expected) => RuleTable.Takes(PhoneRule.Apply, text, expected);

    [Theory]
    [InlineData("12345", "5 digits")]
    [InlineData("98857977981", "11 digits")]
    [InlineData("0", "1 digits")]
    [InlineData("8.62E+10", "scientific")]
    [InlineData("9.89E+09", "scientific")]
    [InlineData("9885797798 / 9885797799", "more than one")]
    [InlineData("9885797798,9885797799", "more than one")]
    [InlineData("+1 415 555 0123", "not an Indian")]
    [InlineData("+9188579779", "not an Indian")]
    [InlineData("0044 20 7946 0958", "digits, not 10")]
    [InlineData("9885797798 x12", "not a phone")]
    [InlineData("none", "not a phone")]
    [InlineData("-", "0 digits")]
    public void Anything_else_is_refused(string text, string words) => RuleTable.Refuses(PhoneRule.Apply, text, words);
}
