using OrderOps.Itl;
using OrderOps.Rules;
using Xunit;

namespace OrderOps.Tests.Itl;

public class SmallRuleTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("2.0", "2")]
    [InlineData("2.00", "2")]
    [InlineData("1,000", "1000")]
    public void A_quantity_is_whole(string text, string expected) => RuleTable.Takes(QuantityRule.Apply, text, expected);

    [Theory]
    [InlineData("0", "less than 1")]
    [InlineData("-1", "negative")]
    [InlineData("1.5", "not a whole number")]
    [InlineData("1E+2", "scientific")]
    [InlineData("two", "not a number")]
    [InlineData("1000001", "more than 1000000")]
    public void No_other_quantity_is_taken(string text, string words) => RuleTable.Refuses(QuantityRule.Apply, text, words);

    [Theory]
    [InlineData("COD", "COD")]
    [InlineData("cod", "COD")]
    [InlineData("C.O.D.", "COD")]
    [InlineData("Cash on Delivery", "COD")]
    [InlineData("Cash on Delivery (COD)", "COD")]
    [InlineData("cash-on-delivery", "COD")]
    [InlineData("CASH ON DELIVERY", "COD")]
    [InlineData("Pay on delivery", "COD")]
    [InlineData("Collect", "COD")]
    [InlineData("Prepaid", "Prepaid")]
    [InlineData("PREPAID", "Prepaid")]
    [InlineData("pre-paid", "Prepaid")]
    [InlineData("paid", "Prepaid")]
    [InlineData("PAID", "Prepaid")]
    [InlineData("ONLINE", "Prepaid")]
    [InlineData("UPI", "Prepaid")]
    [InlineData("Credit card", "Prepaid")]
    public void A_payment_mode_has_synonyms(string text, string expected) => RuleTable.Takes(PaymentModeRule.Apply, text, expected);

    [Theory]
    [InlineData("pending", "state of the payment")]
    [InlineData("Partially paid", "state of the payment")]
    [InlineData("unpaid", "state of the payment")]
    [InlineData("refunded", "state of the payment")]
    [InlineData("Razorpay", "not a known payment mode")]
    [InlineData("cash", "not a known payment mode")]
    [InlineData("codfish", "not a known payment mode")]
    [InlineData("!", "not a known payment mode")]
    public void A_payment_mode_in_doubt_is_refused(string text, string words) => RuleTable.Refuses(PaymentModeRule.Apply, text, words);

    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("YES", "yes")]
    [InlineData("Y", "yes")]
    [InlineData("true", "yes")]
    [InlineData("1", "yes")]
    [InlineData("No", "no")]
    [InlineData("FALSE", "no")]
    [InlineData("0", "no")]
    public void Yes_and_no_have_many_spellings(string text, string expected) => RuleTable.Takes(YesNoRule.Apply, text, expected);

    [Fact]
    public void Maybe_is_refused() => RuleTable.Refuses(YesNoRule.Apply, "maybe", "neither yes nor no");

    [Theory]
    [InlineData("WEB-2601", "WEB-2601")]
    [InlineData("#1001", "#1001")]
    [InlineData("'0012", "0012")]
    [InlineData("=\"0012\"", "0012")]
    [InlineData("0012", "0012")]
    [InlineData("12E4", "12E4")]
    [InlineData("E+10", "E+10")]
    [InlineData("ऑर्डर 7", "ऑर्डर 7")]
    [InlineData("A\U0001F600", "A\U0001F600")]
    public void A_code_stays_as_it_is(string text, string expected) => RuleTable.Takes(CodeRule.Apply, text, expected);

    [Theory]
    [InlineData("8.62E+10", "scientific")]
    [InlineData("8,62E+10", "scientific")]
    [InlineData("8.62e10", "scientific")]
    [InlineData("'8.62E+10", "scientific")]
    [InlineData("1E+20", "scientific")]
    [InlineData("A\tB", "control")]
    [InlineData("A\nB", "control")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901", "longer than 100")]
    public void A_code_that_lost_something_is_refused(string text, string words) => RuleTable.Refuses(CodeRule.Apply, text, words);

    [Fact]
    public void A_code_with_half_a_character_is_refused()
    {
        RuleTable.Refuses(CodeRule.Apply, "A" + '\uD83D', "half a character");
        RuleTable.Refuses(CodeRule.Apply, '\uDE00' + "A", "half a character");
    }

    [Theory]
    [InlineData("86210010463", "86210010463")]
    [InlineData(" 86210010463 ", "86210010463")]
    [InlineData("'86210010463", "86210010463")]
    public void An_awb_is_one_code(string text, string expected) => RuleTable.Takes(AwbRule.Apply, text, expected);

    [Theory]
    [InlineData("", "blank")]
    [InlineData("  ", "blank")]
    [InlineData("'", "blank")]
    [InlineData("86210010463,86210010464", "','")]
    [InlineData("86210010463 86210010464", "blank in it")]
    [InlineData("8.62E+10", "scientific")]
    [InlineData("System.Object[]", "name of a type")]
    [InlineData("@{awb=1}", "name of a type")]
    public void What_would_shift_the_list_of_awbs_is_refused(string text, string words) => RuleTable.Refuses(AwbRule.Apply, text, words);

    [Theory]
    [InlineData("2nd Floor\r\nStation Road", "2nd Floor Station Road")]
    [InlineData("a\u0000b", "a b")]
    [InlineData("Müller & Söhne", "Müller & Söhne")]
    public void Text_is_one_line(string text, string expected) => RuleTable.Takes(TextRule.Apply, text, expected);
}
