using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Connections;

/// <summary>What can be asked of services and is written into the journal.</summary>
internal static class JournalOperations
{
    /// <summary>What can be asked of one service, or of all.</summary>
    public static IEnumerable<string> Of(string? service) =>
        Services.All.Where(known => string.IsNullOrEmpty(service) || string.Equals(known.Name, service, StringComparison.OrdinalIgnoreCase))
            .SelectMany(known => known.Operations);

    /// <summary>An operation as the journal spells it.</summary>
    public static string Find(string name, string? service) =>
        Of(service).FirstOrDefault(operation => string.Equals(operation, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ServiceConfigurationException(
            "OperationUnknown",
            string.IsNullOrEmpty(service) ? $"There is no operation '{name}'." : $"{service} has no operation '{name}'.",
            $"Use -Operation {string.Join(", ", Of(service))}.");
}
