using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.External;
using OrderOps.Integration;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Connections;

/// <summary>The services that a connection can be for.</summary>
internal static class Services
{
    public static IReadOnlyList<ServiceDescription> All { get; } = [ItlEnvironment.Service, IntegrationConnection.Service, ExternalEnvironment.Service];

    public static ServiceDescription Find(string name) =>
        All.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ServiceConfigurationException(
            "ServiceUnknown",
            $"There is no service '{name}'.",
            $"Use -Service {string.Join(", ", All.Select(service => service.Name))}.");
}
