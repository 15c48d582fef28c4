using System.Linq;
using System.Text;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public class PostingBodiesTests
{
    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData(" {\"a\" : 1}\r\n", "{\"a\" : 1}")]
    [InlineData("[{\"a\":1},{\"b\":2}]", "{\"a\":1}|{\"b\":2}")]
    [InlineData("{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}|{\"b\":2}")]
    [InlineData("[{\"a\":1}]", "{\"a\":1}")]
    [InlineData("[{\"a\":1},7]", "{\"a\":1}|7")]
    [InlineData("", "")]
    [InlineData("[]", "[]")]
    [InlineData("17", "17")]
    [InlineData("{\"a\":1", "{\"a\":1")]
    [InlineData("{\"a\":1} and more", "{\"a\":1} and more")]
    public void A_text_holds_one_posting_a_list_or_one_after_the_other(string text, string expected) =>
        Assert.Equal(expected, string.Join("|", PostingBodies.Split(Encoding.UTF8.GetBytes(text)).Select(Encoding.UTF8.GetString)));
}
