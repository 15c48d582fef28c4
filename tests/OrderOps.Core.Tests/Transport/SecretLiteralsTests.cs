using System;
using System.Net.Http;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class SecretLiteralsTests
{
    private const string Secret = "p\"a/s+s\\w <ö>&'rd=";

    private static readonly SecretLiterals Secrets = new(new[] { Secret, "plain-secret", "plain-secret-longer", "abc", "" });

    [Theory]
    [InlineData(Secret)]
    [InlineData("P\"A/S+S\\W <Ö>&'RD=")]
    [InlineData("p\\\"a/s+s\\\\w <ö>&'rd=")]
    [InlineData("p\\\"a\\/s+s\\\\w <ö>&'rd=")]
    [InlineData("p\\\"a/s+s\\\\w <\\u00f6>&'rd=")]
    [InlineData("p\\\\\\\"a/s+s\\\\\\\\w <ö>&'rd=")]
    [InlineData("p%22a%2Fs%2Bs%5Cw%20%3C%C3%B6%3E%26%27rd%3D")]
    [InlineData("p%22a%2fs%2bs%5cw+%3c%c3%b6%3e%26%27rd%3d")]
    [InlineData("cCJhL3Mrc1x3IDzDtj4mJ3JkPQ==")]
    [InlineData("plain-secret")]
    [InlineData("plain-secret-longer")]
    public void They_are_found_in_every_form(string form) =>
        Assert.Equal("before REDACTED after", Secrets.Hide("before " + form + " after"));

    [Fact]
    public void What_is_too_short_to_be_told_from_chance_is_left() =>
        Assert.Equal("abc", Secrets.Hide("abc"));

    [Theory]
    [InlineData("body plain-sec", "body REDACTED")]
    [InlineData("body pla", "body REDACTED")]
    [InlineData("body pl", "body pl")]
    public void A_text_may_be_cut_in_the_middle_of_one(string text, string expected) =>
        Assert.Equal(expected, Secrets.HideCut(text));

    [Fact]
    public void An_exception_that_holds_one_is_replaced()
    {
        var failure = new HttpRequestException("outer", new InvalidOperationException("the value plain-secret is bad"));

        var hidden = Secrets.Hide(failure);

        Assert.DoesNotContain("plain-secret", hidden.ToString());
        Assert.Equal("outer", hidden.Message);
    }

    [Fact]
    public void An_exception_that_holds_none_is_kept()
    {
        var failure = new HttpRequestException("outer");

        Assert.Same(failure, Secrets.Hide(failure));
    }
}
