using System.Collections;
using OrderOps.External;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>The way to ECOM.md, as parameters and the connection say.</summary>
internal static class ExternalWay
{
    public static ServiceConfigurationException Missing() => new(
        "EnvironmentMissing",
        "It is not said which ECOM.md is meant, and production is never a default.",
        "Give -Environment Stage or -Environment Production, -BaseUri with your shop's domain, or -Connection with a connection made by Set-OrderOpsConnection -Service External. To try it on this machine: $box = Start-OrderOpsSandbox, then -Connection $box.External.");

    /// <summary>The table of endpoints, with what the connection says and, before that, what the command says.</summary>
    public static ExternalEndpoints Endpoints(IDictionary? given, OrderOpsConnection? named)
    {
        ExternalEndpoints endpoints = ExternalEndpoints.Default;
        foreach (IDictionary? changes in new[] { named?.Endpoint, given })
        {
            endpoints = Dictionaries.Values(changes) is { } values ? endpoints.With(values) : endpoints;
        }

        return endpoints;
    }
}
