using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Transport;

/// <summary>What a connection to a service is made of: each slice describes its own.</summary>
public sealed class ServiceDescription
{
    /// <summary>Makes one.</summary>
    /// <param name="name">The service's name, as in <c>-Service</c>.</param>
    /// <param name="environments">Its hosts by name; none where the vendor names none.</param>
    /// <param name="credentials">The names of its credentials, as in parameters and <c>ORDEROPS_SERVICE_NAME</c>.</param>
    /// <param name="apiVersions">The versions of its interface; none where there is one.</param>
    /// <param name="settings">Further settings of a connection: <c>Language</c>, <c>Endpoint</c>.</param>
    public ServiceDescription(
        string name,
        IReadOnlyDictionary<string, Uri> environments,
        IReadOnlyList<string> credentials,
        IReadOnlyList<string> apiVersions,
        params string[] settings)
    {
        Settings = settings;
        Name = name;
        Environments = environments;
        Credentials = credentials;
        ApiVersions = apiVersions;
    }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>Its hosts by name.</summary>
    public IReadOnlyDictionary<string, Uri> Environments { get; }

    /// <summary>The names of its credentials.</summary>
    public IReadOnlyList<string> Credentials { get; }

    /// <summary>The versions of its interface.</summary>
    public IReadOnlyList<string> ApiVersions { get; }

    /// <summary>Further settings of a connection.</summary>
    public IReadOnlyList<string> Settings { get; }

    /// <summary>What can be asked of it and is written into a journal, as <c>Operation</c> of results has it.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Gives the address of an environment.</summary>
    /// <param name="environment">Its name, in any case.</param>
    /// <returns>The base address.</returns>
    /// <exception cref="ServiceConfigurationException">The service has no such environment.</exception>
    public Uri Address(string environment)
    {
        foreach (KeyValuePair<string, Uri> known in Environments)
        {
            if (string.Equals(known.Key, environment, StringComparison.OrdinalIgnoreCase))
            {
                return known.Value;
            }
        }

        throw new ServiceConfigurationException(
            "EnvironmentUnknown",
            $"{Name} has no environment '{environment}'.",
            Environments.Count == 0 ? "Give the address with -BaseUri." : $"Use -Environment {string.Join(" or -Environment ", Environments.Keys)}, or give the address with -BaseUri.");
    }

    /// <summary>Tells which environment an address is.</summary>
    /// <param name="baseAddress">The address.</param>
    /// <returns>Its name, or the address itself where it is none of the known hosts.</returns>
    public string NameOf(Uri baseAddress) =>
        Environments.Where(known => string.Equals(known.Value.Host, baseAddress.Host, StringComparison.OrdinalIgnoreCase)).Select(known => known.Key).FirstOrDefault()
        ?? baseAddress.ToString();
}
