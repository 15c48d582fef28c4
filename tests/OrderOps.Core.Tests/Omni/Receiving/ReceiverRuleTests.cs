using System;
using System.Collections.Generic;
using OrderOps.Omni;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

public class ReceiverRuleTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8085/omni/", "/omni/", true)]
    [InlineData("http://127.0.0.1:8085/omni", "/omni/", true)]
    [InlineData("http://127.0.0.1:8085", "/", true)]
    [InlineData("http://LOCALHOST:8085/a/b/", "/a/b/", true)]
    [InlineData("http://127.8.9.1:8085/", "/", true)]
    [InlineData("http://[::1]:8085/", "/", true)]
    [InlineData("http://10.0.0.5:8085/omni/", "/omni/", false)]
    [InlineData("http://orders.example.com:8085/omni/", "/omni/", false)]
    [InlineData("https://*:8443/omni/", "/omni/", false)]
    [InlineData("http://+:8085/omni/", "/omni/", false)]
    [InlineData("http://0.0.0.0:8085/omni/", "/omni/", false)]
    [InlineData("http://localhost.example.com:8085/", "/", false)]
    [InlineData("http://127.0.0.1.example.com:8085/", "/", false)]
    public void An_address_that_others_reach_must_be_asked_for(string text, string path, bool isLoopback)
    {
        var prefix = ReceiverPrefix.Read(text, allowRemote: true);
        Assert.Equal(path, prefix.Path);
        Assert.Equal(isLoopback, prefix.IsLoopback);
        if (!isLoopback)
            Assert.Equal("ReceiverAddressIsWide", Assert.Throws<ServiceConfigurationException>(() => ReceiverPrefix.Read(text, allowRemote: false)).ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8085")]
    [InlineData("127.0.0.1:8085")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://")]
    [InlineData("http:///omni/")]
    [InlineData("http://127.0.0.1:99999/")]
    [InlineData("http://127.0.0.1:port/")]
    [InlineData("http://127.0.0.1:8085/omni/?a=b")]
    [InlineData("http://127.0.0.1:8085/om ni/")]
    [InlineData("http://127.0.0.1:8085//")]
    [InlineData("http://user@127.0.0.1:8085/")]
    [InlineData("http://*evil:8085/")]
    public void An_address_that_is_none_is_refused(string text) =>
        Assert.Equal("ReceiverPrefixInvalid", Assert.Throws<ServiceConfigurationException>(() => ReceiverPrefix.Read(text, allowRemote: true)).ErrorId);

    [Fact]
    public void All_addresses_are_reached_through_one_of_this_machine() =>
        Assert.Equal("http://127.0.0.1:8085/omni/", ReceiverPrefix.Read("http://+:8085/omni/", allowRemote: true).Address.AbsoluteUri);

    [Theory]
    [InlineData("POST", "", "Posting")]
    [InlineData("post", "", "NotPost")]
    [InlineData("GET", "", "NotPost")]
    [InlineData("GET", "health", "Health")]
    [InlineData("HEAD", "health", "NotGet")]
    [InlineData("GET", "keys/8c1f", "Credential")]
    [InlineData("POST", "keys/8c1f", "NotGet")]
    [InlineData("GET", "keys", "WrongPath")]
    [InlineData("GET", "KEYS/8c1f", "WrongPath")]
    [InlineData("POST", null, "WrongPath")]
    public void Method_and_path_say_what_is_asked_for(string method, string? below, string route) =>
        Assert.Equal(route, ReceiverRoutes.Of(method, below, "keys/8c1f").ToString());

    [Theory]
    [InlineData("", "value")]
    [InlineData("X Key", "value")]
    [InlineData("X:Key", "value")]
    [InlineData("X-Key", "")]
    [InlineData("X-Key", " s3cret")]
    [InlineData("X-Key", "s3cret\r\nX: y")]
    [InlineData("X-Key", "s3crét")]
    public void A_header_that_can_not_come_is_refused_without_its_value(string name, string value)
    {
        var refusal = Assert.Throws<ServiceConfigurationException>(() => HeaderSet.Of([new(name, value)]));
        Assert.Equal("ReceiverHeaderInvalid", refusal.ErrorId);
        Assert.DoesNotContain("s3cr", refusal.ToString());
    }

    [Fact]
    public void A_set_without_headers_is_refused() =>
        Assert.Throws<ServiceConfigurationException>(() => HeaderSet.Of([]));

    [Fact]
    public void All_headers_of_a_set_are_needed()
    {
        var set = HeaderSet.Of([new("A", "1"), new("B", "2")]);
        Assert.True(Matches(new() { ["A"] = "1", ["B"] = "2", ["C"] = "3" }));
        Assert.False(Matches(new() { ["A"] = "1" }));
        Assert.False(Matches(new() { ["A"] = "1", ["B"] = "1" }));
        Assert.False(Matches(new() { ["A"] = "2", ["B"] = "1" }));
        Assert.False(Matches(new()));

        bool Matches(Dictionary<string, string> headers) => set.Matches(name => headers.TryGetValue(name, out var value) ? value : null);
    }

    [Fact]
    public void Without_a_word_nobody_is_let_in()
    {
        var refusal = Assert.Throws<ServiceConfigurationException>(
            () => PostingReceiver.Start("http://127.0.0.1:8085/omni/", new ReceiverOptions(), new MemorySink()));
        Assert.Equal("ReceiverCredentialsMissing", refusal.ErrorId);
        Assert.True(refusal.Credentials);
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error_with_a_remedy()
    {
        using var rig = new ReceiverRig();
        var refusal = Assert.Throws<ServiceConfigurationException>(
            () => PostingReceiver.Start(FormattableString.Invariant($"http://127.0.0.1:{rig.Port}/omni/"), new ReceiverOptions { AllowAnonymous = true }, new MemorySink()));
        Assert.Equal("ReceiverNotStarted", refusal.ErrorId);
        Assert.Contains("-Prefix", refusal.RecommendedAction);
    }
}
