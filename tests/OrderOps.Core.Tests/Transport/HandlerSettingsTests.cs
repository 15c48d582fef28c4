using System;
using System.Net;
using System.Security.Authentication;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class HandlerSettingsTests
{
    private static readonly Uri Elsewhere = new("https://host.example/");
    private static readonly Uri Here = new("http://127.0.0.1:5000/");

    [Fact]
    public void Redirects_and_cookies_are_off_and_certificates_are_checked()
    {
        using var handler = HandlerSettings.Create(new TransportOptions(), Elsewhere);

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Null(handler.ServerCertificateCustomValidationCallback);
    }

    [Fact]
    public void The_check_of_certificates_can_be_switched_off_by_name()
    {
        using var handler = HandlerSettings.Create(new TransportOptions { SkipCertificateCheck = true }, Elsewhere);

        Assert.NotNull(handler.ServerCertificateCustomValidationCallback);
    }

    [Theory]
    [InlineData(0, int.MaxValue)]
    [InlineData(8, 8)]
    public void Connections_are_limited_on_the_handler(int asked, int expected)
    {
        using var handler = HandlerSettings.Create(new TransportOptions { MaximumConnections = asked }, Elsewhere);

        Assert.Equal(expected, handler.MaxConnectionsPerServer);
    }

    [Fact]
    public void The_systems_proxy_is_used_for_other_hosts_only()
    {
        using var elsewhere = HandlerSettings.Create(new TransportOptions(), Elsewhere);
        using var here = HandlerSettings.Create(new TransportOptions(), Here);
        using var none = HandlerSettings.Create(new TransportOptions { NoProxy = true }, Elsewhere);

        Assert.Equal((true, false, false), (elsewhere.UseProxy, here.UseProxy, none.UseProxy));
    }

    [Fact]
    public void A_named_proxy_gets_its_credentials()
    {
        var credential = new NetworkCredential("me", "hunter2");
        using var handler = HandlerSettings.Create(new TransportOptions { Proxy = new Uri("http://proxy.example:3128"), ProxyCredential = credential }, Here);

        Assert.True(handler.UseProxy);
        Assert.Equal(new Uri("http://proxy.example:3128"), handler.Proxy!.GetProxy(Elsewhere));
        Assert.Same(credential, handler.Proxy.Credentials);
    }

    [Fact]
    public void The_systems_proxy_gets_credentials_too()
    {
        using var handler = HandlerSettings.Create(new TransportOptions { ProxyUseDefaultCredentials = true }, Elsewhere);

        Assert.Same(CredentialCache.DefaultCredentials, handler.DefaultProxyCredentials);
    }

    [Theory]
    [InlineData(".NET Framework 4.8.9290.0", (SecurityProtocolType)192, SslProtocols.Tls12)]
    [InlineData(".NET Framework 4.8.9290.0", (SecurityProtocolType)0, SslProtocols.None)]
    [InlineData(".NET 8.0.11", (SecurityProtocolType)192, SslProtocols.None)]
    [InlineData(".NET 10.0.0", (SecurityProtocolType)0, SslProtocols.None)]
    public void Tls_is_raised_only_where_the_system_does_not_decide(string framework, SecurityProtocolType processWide, SslProtocols expected) =>
        Assert.Equal(expected, HandlerSettings.Protocols(framework, processWide));

    [Fact]
    public void Brotli_is_asked_for_where_the_runtime_has_it()
    {
        const DecompressionMethods Always = DecompressionMethods.GZip | DecompressionMethods.Deflate;

        Assert.Equal(Always, HandlerSettings.Decompression(hasBrotli: false));
        Assert.Equal(Always | (DecompressionMethods)4, HandlerSettings.Decompression(hasBrotli: true));
    }
}
