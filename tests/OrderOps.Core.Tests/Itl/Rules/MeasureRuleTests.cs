using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

public class MeasureRuleTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.5", "5.5")]
    [InlineData("5 cm", "5")]
    [InlineData("5CM", "5")]
    [InlineData("5 cms.", "5")]
    [InlineData("50 mm", "5")]
    [InlineData("0.5 m", "50")]
    [InlineData("2 in", "5.08")]
    [InlineData("2 INCHES", "5.08")]
    [InlineData("2\"", "5.08")]
    public void A_length_is_in_cm(string text, string expected) => RuleTable.Takes(MeasureRule.Length, text, expected);

    [Theory]
    [InlineData("0.5", "0.5")]
    [InlineData("0.5kg", "0.5")]
    [InlineData("0.5 KGs", "0.5")]
    [InlineData("500 g", "0.5")]
    [InlineData("500gm", "0.5")]
    [InlineData("1250 grams", "1.25")]
    [InlineData("1.250", "1.25")]
    public void A_weight_is_in_kg(string text, string expected) => RuleTable.Takes(MeasureRule.Weight, text, expected);

    [Theory]
    [InlineData("500", "500", "goes out as 500 kg")]
    public void A_weight_that_is_likely_in_grams_is_noted(string text, string expected, string words) => RuleTable.Notes(MeasureRule.Weight, text, expected, words);

    [Theory]
    [InlineData("0", "is 0")]
    [InlineData("0.000", "is 0")]
    [InlineData("0.0001 g", "is 0 once converted")]
    [InlineData("-1", "negative")]
    [InlineData("0,5", "comma")]
    [InlineData("1,250", "comma")]
    [InlineData("2 lb", "not in kg")]
    [InlineData("5 cm", "not in kg")]
    [InlineData("5E-01", "scientific")]
    [InlineData("heavy", "not in kg")]
    [InlineData("kg", "not a number")]
    [InlineData("0.5 x 2", "not a number")]
    [InlineData("1 x 0.5", "not a number")]
    public void Anything_else_is_refused(string text, string words) => RuleTable.Refuses(MeasureRule.Weight, text, words);
}
