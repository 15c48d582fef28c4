using System;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>ITL's two hosts and the version of its sync that each is known to take.</summary>
public static class ItlEnvironment
{
    /// <summary>The host for trying things (vendor page: Sync Order v1, Cancel Order v3).</summary>
    public const string Staging = "Staging";

    /// <summary>The host where orders are real; it is never a default.</summary>
    public const string Production = "Production";

    private const string StagingAddress = "https://pre-alpha.ithinklogistics.com/";
    private const string ProductionAddress = "https://my.ithinklogistics.com/";

    /// <summary>Gives the address of an environment.</summary>
    /// <param name="name"><c>Staging</c> or <c>Production</c>, in any case.</param>
    /// <returns>The base address.</returns>
    /// <exception cref="ServiceConfigurationException">The name is neither.</exception>
    public static Uri Address(string name) =>
        string.Equals(name, Staging, StringComparison.OrdinalIgnoreCase) ? new Uri(StagingAddress)
        : string.Equals(name, Production, StringComparison.OrdinalIgnoreCase) ? new Uri(ProductionAddress)
        : throw new ServiceConfigurationException(
            "EnvironmentUnknown",
            $"ITL has no environment '{name}'.",
            "Use -Environment Staging or -Environment Production, or give the address with -BaseUri.");

    /// <summary>
    /// The sync version for an address: v1, the one that the vendor's page documents, except on the production host,
    /// where every public client calls v3.
    /// </summary>
    /// <param name="baseAddress">The address.</param>
    /// <returns><c>v1</c> or <c>v3</c>.</returns>
    public static string DefaultApiVersion(Uri baseAddress) =>
        string.Equals(baseAddress.Host, new Uri(ProductionAddress).Host, StringComparison.OrdinalIgnoreCase) ? "v3" : "v1";

    /// <summary>Tells which environment an address is.</summary>
    /// <param name="baseAddress">The address.</param>
    /// <returns>Its name, or the address itself where it is neither host.</returns>
    public static string NameOf(Uri baseAddress) =>
        string.Equals(baseAddress.Host, new Uri(ProductionAddress).Host, StringComparison.OrdinalIgnoreCase) ? Production
        : string.Equals(baseAddress.Host, new Uri(StagingAddress).Host, StringComparison.OrdinalIgnoreCase) ? Staging
        : baseAddress.ToString();
}
