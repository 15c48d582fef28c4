using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Connections;

/// <summary>What a connection to a service can hold.</summary>
internal static class ConnectionRule
{
    /// <summary>Refuses credentials and settings that the service does not know, so that none is kept in vain.</summary>
    /// <param name="service">The service.</param>
    /// <param name="credentials">The names of the credentials that were given.</param>
    /// <param name="language">Whether a language was given.</param>
    /// <param name="endpoint">Whether endpoints were given.</param>
    public static void Check(ServiceDescription service, IEnumerable<string> credentials, bool language, bool endpoint)
    {
        List<string> known = [.. service.Credentials, .. service.Settings];
        List<string> given = [.. credentials];
        if (language)
        {
            given.Add("Language");
        }

        if (endpoint)
        {
            given.Add("Endpoint");
        }

        foreach (string name in given)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new ServiceConfigurationException(
                    "ConnectionSettingUnknown",
                    $"-{name} means nothing for {service.Name}.",
                    $"{service.Name} takes {string.Join(", ", known.Select(setting => "-" + setting))}.");
            }
        }
    }

    /// <summary>Refuses a version that the service does not have.</summary>
    public static void CheckVersion(ServiceDescription service, string? version)
    {
        if (version is not null && !service.ApiVersions.Contains(version, StringComparer.OrdinalIgnoreCase))
        {
            throw new ServiceConfigurationException(
                "ApiVersionUnknown",
                $"{service.Name} has no interface version '{version}'.",
                service.ApiVersions.Count == 0 ? "Leave -ApiVersion out." : $"Use {string.Join(" or ", service.ApiVersions)}.");
        }
    }
}
