using System;
using OrderOps.Outcomes;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("https://host.example", "https://host.example/")]
    [InlineData("  https://host.example/shop/v2 ", "https://host.example/shop/v2/")]
    [InlineData("https://host.example:8443/shop/", "https://host.example:8443/shop/")]
    [InlineData("http://localhost:5000", "http://localhost:5000/")]
    [InlineData("http://127.0.0.1:5000/itl", "http://127.0.0.1:5000/itl/")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/")]
    public void A_base_address_may_carry_a_path_and_ends_with_a_slash(string text, string expected) =>
        Assert.Equal(expected, ServiceAddress.Parse(text, allowUnencrypted: false).AbsoluteUri);

    [Theory]
    [InlineData("", "BaseUriInvalid", "empty")]
    [InlineData("host.example", "BaseUriInvalid", "host.example")]
    [InlineData("/var/orders", "BaseUriInvalid", "/var/orders")]
    [InlineData("ftp://host.example", "BaseUriInvalid", "ftp://host.example")]
    [InlineData("https://host.example/?shop=1", "BaseUriInvalid", "query")]
    [InlineData("https://host.example/#top", "BaseUriInvalid", "fragment")]
    [InlineData("https://me:hunter2@host.example/", "BaseUriInvalid", "host.example")]
    [InlineData("http://host.example/shop", "BaseUriUnencrypted", "http://host.example/shop")]
    [InlineData("http://10.0.0.7/", "BaseUriUnencrypted", "http://10.0.0.7/")]
    public void What_can_not_be_used_is_named_with_a_remedy(string text, string errorId, string named)
    {
        var refusal = Assert.Throws<ServiceConfigurationException>(() => ServiceAddress.Parse(text, allowUnencrypted: false));

        Assert.Equal(errorId, refusal.ErrorId);
        Assert.Contains(named, refusal.Message);
        Assert.NotEmpty(refusal.RecommendedAction);
    }

    [Theory]
    [InlineData("https://me:hunter2@host.example/")]
    [InlineData("me:hunter2@host.example")]
    [InlineData("ftp://me:hunter2@host.example/")]
    [InlineData("host.example?token=hunter2")]
    [InlineData("https://host.example/?token=hunter2")]
    public void A_refusal_does_not_repeat_a_password(string text) =>
        Assert.DoesNotContain("hunter2", Assert.Throws<ServiceConfigurationException>(() => ServiceAddress.Parse(text, allowUnencrypted: false)).ToString());

    [Fact]
    public void Http_is_allowed_when_asked_for() =>
        Assert.Equal("http://host.example/", ServiceAddress.Parse("http://host.example", allowUnencrypted: true).AbsoluteUri);

    [Theory]
    [InlineData("api/order/sync.json", "https://host.example/itl/api/order/sync.json")]
    [InlineData("/api/order/sync.json", "https://host.example/itl/api/order/sync.json")]
    [InlineData("list/?page=2&q=a%2Fb", "https://host.example/itl/list/?page=2&q=a%2Fb")]
    [InlineData("https://host.example/other/?page=2", "https://host.example/other/?page=2")]
    [InlineData("http://host.example/other/?page=2", "https://host.example/other/?page=2")]
    public void A_request_stays_below_the_base_or_on_its_host(string relative, string expected) =>
        Assert.Equal(expected, ServiceAddress.Combine(new Uri("https://host.example/itl/"), relative).AbsoluteUri);

    [Theory]
    [InlineData("https://elsewhere.example/list")]
    [InlineData("http://host.example.evil.example/list")]
    public void A_request_to_another_host_is_refused(string relative) =>
        Assert.Equal("AddressOnOtherHost", Assert.Throws<ServiceConfigurationException>(() => ServiceAddress.Combine(new Uri("https://host.example/itl/"), relative)).ErrorId);
}
