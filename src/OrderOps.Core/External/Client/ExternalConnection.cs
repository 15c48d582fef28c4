using System;
using System.Linq;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>Where ECOM.md is, as whom to speak to it, and how.</summary>
public sealed class ExternalConnection
{
    private static readonly string[] Languages = ["ro", "ru", "en"];

    /// <summary>Makes one. Each token can be absent: what the service makes of that it says itself.</summary>
    /// <param name="baseAddress">The address, which may carry a path; see <see cref="ExternalEnvironment"/>.</param>
    /// <param name="apiToken">The token for the header <c>API-Token</c>.</param>
    /// <param name="siteToken">The token for the header <c>token</c>, which says which site is meant.</param>
    /// <param name="language"><c>ro</c>, <c>ru</c> or <c>en</c> for the service's texts.</param>
    /// <param name="endpoints">How operations are called, where it differs from the defaults.</param>
    /// <exception cref="ServiceConfigurationException">The service has no such language.</exception>
    public ExternalConnection(Uri baseAddress, string? apiToken, string? siteToken, string? language = null, ExternalEndpoints? endpoints = null)
    {
        BaseAddress = baseAddress ?? throw new ArgumentNullException(nameof(baseAddress));
        ApiToken = Token(apiToken);
        SiteToken = Token(siteToken);
        Language = language?.ToLowerInvariant();
        Endpoints = endpoints ?? ExternalEndpoints.Default;
        if (Language is not null && !Languages.Contains(Language))
        {
            throw new ServiceConfigurationException("LanguageUnknown", $"ECOM.md has no language '{language}'.", $"Use one of {string.Join(", ", Languages)}.");
        }
    }

    /// <summary>Where ECOM.md is.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The language of the service's texts; nothing leaves it to the service.</summary>
    public string? Language { get; }

    /// <summary>How operations are called.</summary>
    public ExternalEndpoints Endpoints { get; }

    /// <summary>How requests travel.</summary>
    public TransportOptions Transport { get; set; } = new();

    internal Secret? ApiToken { get; }

    internal Secret? SiteToken { get; }

    internal string[] Secrets => new[] { ApiToken, SiteToken }.OfType<Secret>().Select(secret => secret.Reveal()).ToArray();

    private static Secret? Token(string? token) => string.IsNullOrWhiteSpace(token) ? null : new Secret(token!.Trim());
}
