using OrderOps.Wire;
using Xunit;

namespace OrderOps.Tests.Itl;

public class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData("<p>AWB could not be cancelled</p>", "AWB could not be cancelled")]
    [InlineData("Invalid<br/>pin", "Invalid pin")]
    [InlineData("<b>Fatal error</b>:  Uncaught", "Fatal error: Uncaught")]
    [InlineData("Shipment&nbsp;&#35;1 &amp; 2", "Shipment #1 & 2")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("one\r\n\ttwo\u0000three", "one two three")]
    [InlineData("<script>alert('x')</script>Refused", "Refused")]
    [InlineData("<style>p{}", "")]
    [InlineData("<!-- hidden -->Shown", "Shown")]
    [InlineData("<p class=\"a>b\">", "b\">")]
    [InlineData("unclosed <p", "unclosed <p")]
    [InlineData("&notanentity; &", "&notanentity; &")]
    public void Html_becomes_one_line_of_text(string? html, string expected) => Cultures.Each(() => Assert.Equal(expected, PlainText.From(html)));

    [Fact]
    public void A_page_is_cut_to_a_message() => Assert.Equal(1001, PlainText.From(new string('x', 500_000)).Length);
}
