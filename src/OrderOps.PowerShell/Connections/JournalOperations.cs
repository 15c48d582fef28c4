using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.External;
using OrderOps.Integration;
using OrderOps.Itl;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Connections;

/// <summary>What can be asked of a service and is written down in the journal.</summary>
internal static class JournalOperations
{
    /// <summary>Every operation, with its service.</summary>
    public static IReadOnlyList<(string Service, string Operation)> All { get; } =
    [
        (ItlEnvironment.Service.Name, "Sync"),
        (ItlEnvironment.Service.Name, "Cancel"),
        (IntegrationConnection.Service.Name, "SetOrder"),
        (IntegrationConnection.Service.Name, "SetProduct"),
        (ExternalEnvironment.Service.Name, "Create"),
        (ExternalEnvironment.Service.Name, "Update"),
        (ExternalEnvironment.Service.Name, "DeleteItem"),
    ];

    /// <summary>Those of one service, or of all.</summary>
    public static IEnumerable<string> Of(string? service) =>
        All.Where(entry => string.IsNullOrEmpty(service) || string.Equals(entry.Service, service, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Operation);

    /// <summary>An operation as the journal spells it.</summary>
    public static string Find(string name, string? service) =>
        Of(service).FirstOrDefault(operation => string.Equals(operation, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ServiceConfigurationException(
            "OperationUnknown",
            string.IsNullOrEmpty(service) ? $"There is no operation '{name}'." : $"{service} has no operation '{name}'.",
            $"Use -Operation {string.Join(", ", Of(service))}.");
}
