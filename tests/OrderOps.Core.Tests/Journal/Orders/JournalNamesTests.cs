using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>How what people write becomes what stands in a journal.</summary>
public class JournalNamesTests
{
    [Theory]
    [InlineData("https://API.Example:443/v1/", "https://api.example/v1")]
    [InlineData("http://localhost:8080", "http://localhost:8080")]
    [InlineData("https://user:word@api.example/V1/?token=x#y", "https://api.example/V1")]
    [InlineData("not an address/", "not an address")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void An_address_has_one_spelling(string? written, string address) => Assert.Equal(address, JournalScope.AddressOf(written));

    [Theory]
    [InlineData("A", "A|")]
    [InlineData("A/1", "A/1| A|1")]
    [InlineData("A/1/2", "A/1/2| A|1/2 A/1|2")]
    [InlineData("A/", "A/|")]
    [InlineData("/1", "/1| |1")]
    public void A_key_can_mean_more_than_one_order(string key, string meanings) =>
        Assert.Equal(meanings, string.Join(" ", OrderKeys.MeaningsOf(key).Select(identity => identity.Number + "|" + identity.Part)));

    [Theory]
    [InlineData(Outcome.Accepted, 1)]
    [InlineData(Outcome.Duplicate, 2)]
    [InlineData(Outcome.Rejected, 3)]
    [InlineData(Outcome.Unknown, 4)]
    [InlineData(Outcome.Invalid, 5)]
    [InlineData(Outcome.NotSent, 6)]
    public void A_number_in_a_file_never_changes_its_meaning(Outcome outcome, int state)
    {
        Assert.Equal(state, OrderState.Of(outcome));
        Assert.Equal(outcome.ToString(), OrderState.NameOf(state));
        Assert.Equal(state, OrderState.Named(outcome.ToString().ToUpperInvariant()));
    }

    [Fact]
    public void An_order_under_way_is_number_seven() => Assert.Equal(("Sending", 7), (OrderState.NameOf(7), OrderState.Named("sending")));

    [Fact]
    public void What_a_later_version_wrote_is_unknown() => Assert.Equal("Unknown", OrderState.NameOf(99));
}
