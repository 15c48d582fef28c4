using System;
using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Integration;

/// <summary>Where the integration service is, as whom to speak to it, and how. The vendor names no host, so there is no default.</summary>
public sealed class IntegrationConnection
{
    /// <summary>Makes one.</summary>
    /// <param name="baseAddress">The address, which may carry a path.</param>
    /// <param name="token">The token that the vendor gave; it travels in the header <c>token</c>.</param>
    /// <exception cref="ServiceConfigurationException">The token is blank.</exception>
    public IntegrationConnection(Uri baseAddress, string token)
    {
        BaseAddress = baseAddress ?? throw new ArgumentNullException(nameof(baseAddress));
        Token = string.IsNullOrWhiteSpace(token)
            ? throw new ServiceConfigurationException(
                "CredentialsMissing",
                "The token for the integration service is missing.",
                "Give it with -Token, with a connection, or in the environment variable ORDEROPS_INTEGRATION_TOKEN.",
                credentials: true)
            : new Secret(token.Trim());
    }

    /// <summary>What a connection to the service is made of.</summary>
    public static ServiceDescription Service { get; } = new("Integration", new Dictionary<string, Uri>(), ["Token"], [])
    {
        Operations = [UpsertEndpoint.Orders.Operation, UpsertEndpoint.Products.Operation],
    };

    /// <summary>Where the service is.</summary>
    public Uri BaseAddress { get; }

    /// <summary>How requests travel.</summary>
    public TransportOptions Transport { get; set; } = new();

    internal Secret Token { get; }

    internal string[] Secrets => new[] { Token.Reveal() };
}
