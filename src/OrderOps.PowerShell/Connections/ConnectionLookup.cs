using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Connections;

/// <summary>Finds the connection that a parameter means.</summary>
internal static class ConnectionLookup
{
    public static OrderOpsConnection Find(PSObject given, IDictionary<string, OrderOpsConnection> known)
    {
        if (given.BaseObject is OrderOpsConnection connection)
        {
            return connection;
        }

        if (given.BaseObject is not string name)
        {
            throw new ServiceConfigurationException(
                "ConnectionNotUsable",
                $"A {given.BaseObject.GetType().Name} is no connection: one that came through a job or a file has lost its credentials.",
                "Give the name of a connection of this session, or the object that Set-OrderOpsConnection -PassThru gave in this process.");
        }

        if (known.TryGetValue(name, out OrderOpsConnection? found))
        {
            return found;
        }

        throw Missing(name, known);
    }

    public static OrderOpsConnection[] Matching(string name, IDictionary<string, OrderOpsConnection> known)
    {
        WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
        return known.Values.Where(connection => pattern.IsMatch(connection.Name)).ToArray();
    }

    public static ErrorRecord NotFound(string name, IDictionary<string, OrderOpsConnection> known)
    {
        ServiceConfigurationException missing = Missing(name, known);
        return Failures.Record(missing, missing.ErrorId, ErrorCategory.ObjectNotFound, name, missing.RecommendedAction);
    }

    private static ServiceConfigurationException Missing(string name, IDictionary<string, OrderOpsConnection> known)
    {
        string others = known.Count == 0 ? "This session has none." : $"This session has: {string.Join(", ", known.Keys)}.";
        return new ServiceConfigurationException(
            "ConnectionNotFound",
            $"There is no connection '{name}'. {others}",
            $"Make it with Set-OrderOpsConnection -Name {name}.");
    }
}
