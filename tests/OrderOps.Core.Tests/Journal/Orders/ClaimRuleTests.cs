using OrderOps.Journal;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>Whether an order is sent, for all that can be known of it.</summary>
public class ClaimRuleTests
{
    // Earlier outcome and hold; then for a sync and for an update: plain, -Resend Unknown, -Resend Accepted, both.
    [Theory]
    [InlineData(null, "None", "Send Send Send Send", "Send Send Send Send")]
    [InlineData("Accepted", "None", "Skip Skip Send Send", "Send Send Send Send")]
    [InlineData("Duplicate", "None", "Skip Skip Send Send", "Send Send Send Send")]
    [InlineData("Rejected", "None", "Send Send Send Send", "Send Send Send Send")]
    [InlineData("Invalid", "None", "Send Send Send Send", "Send Send Send Send")]
    [InlineData("NotSent", "None", "Send Send Send Send", "Send Send Send Send")]
    [InlineData("Unknown", "None", "StayUnknown Send StayUnknown Send", "Send Send Send Send")]
    [InlineData("Sending", "Lost", "StayUnknown Send StayUnknown Send", "Send Send Send Send")]
    [InlineData("Sending", "Held", "Held Held Held Held", "Held Held Held Held")]
    [InlineData("a later version's", "None", "StayUnknown Send StayUnknown Send", "Send Send Send Send")]
    public void By_what_is_known(string? earlier, string hold, string sync, string update)
    {
        Assert.Equal(sync, Row(earlier, hold, repeatable: false));
        Assert.Equal(update, Row(earlier, hold, repeatable: true));
    }

    [Theory]
    [InlineData("Accepted", 1, true, "Skip")]
    [InlineData("Duplicate", 1, true, "Skip")]
    [InlineData("Accepted", 2, true, "Send")]
    [InlineData("Rejected", 1, true, "Send")]
    [InlineData("Unknown", 1, true, "Send")]
    [InlineData("Accepted", 1, false, "Skip")]
    [InlineData("Accepted", 2, false, "Skip")]
    public void Unchanged_is_what_was_accepted_with_the_same_content(string earlier, ulong content, bool repeatable, string kind) =>
        Assert.Equal(kind, Of(earlier, "None", repeatable, new SendRules(SkipUnchanged: true), content));

    [Fact]
    public void To_send_again_what_was_accepted_is_stronger_than_to_skip_what_is_unchanged() =>
        Assert.Equal("Send", Of("Accepted", "None", true, new SendRules(ResendAccepted: true, SkipUnchanged: true), 1));

    private static string Row(string? earlier, string hold, bool repeatable) => string.Join(
        " ",
        Of(earlier, hold, repeatable, new SendRules(), 1),
        Of(earlier, hold, repeatable, new SendRules(ResendUnknown: true), 1),
        Of(earlier, hold, repeatable, new SendRules(ResendAccepted: true), 1),
        Of(earlier, hold, repeatable, new SendRules(ResendUnknown: true, ResendAccepted: true), 1));

    private static string Of(string? earlier, string hold, bool repeatable, SendRules rules, ulong content) => ClaimRule.Of(
        new OrderClaim("Any", new OrderIdentity("A1"), content, repeatable),
        earlier is null ? null : new JournalEntry { Outcome = earlier, Content = 1 },
        hold switch { "Held" => ClaimHold.Held, "Lost" => ClaimHold.Lost, _ => ClaimHold.None },
        rules).ToString();
}
