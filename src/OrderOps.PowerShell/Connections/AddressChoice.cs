using System;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Connections;

/// <summary>Where a command goes: the address that was given, an environment by name, or the connection's.</summary>
internal static class AddressChoice
{
    /// <summary>Decides.</summary>
    /// <param name="service">The service.</param>
    /// <param name="baseUri">The address that was given.</param>
    /// <param name="environment">The environment that was given.</param>
    /// <param name="named">The connection that was meant, if one was.</param>
    /// <param name="allowUnencrypted">Whether http is allowed to other hosts.</param>
    /// <param name="missing">What is said where none of them says it.</param>
    public static Uri Of(ServiceDescription service, string? baseUri, string? environment, OrderOpsConnection? named, bool allowUnencrypted, Func<ServiceConfigurationException> missing)
    {
        if (baseUri is not null && environment is not null)
        {
            throw new ServiceConfigurationException(
                "EnvironmentAndBaseUri",
                "Both -Environment and -BaseUri are given, and they may disagree.",
                "Give one of them.");
        }

        if (named?.BaseUri is not null && (baseUri is not null || environment is not null))
        {
            // Its credentials would go where they do not belong.
            throw new ServiceConfigurationException(
                "ConnectionAndAddress",
                $"Connection '{named.Name}' says where it goes, and {(baseUri is null ? "-Environment" : "-BaseUri")} says it too.",
                "Give one of them, or make a connection for the other address with Set-OrderOpsConnection.");
        }

        return baseUri is not null ? ServiceAddress.Parse(baseUri, allowUnencrypted)
            : environment is not null ? service.Address(environment)
            : named?.BaseUri ?? throw missing();
    }
}
