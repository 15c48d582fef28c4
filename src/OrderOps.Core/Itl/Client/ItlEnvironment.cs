using System;
using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>ITL's two hosts and the version of its sync that each is known to take.</summary>
public static class ItlEnvironment
{
    /// <summary>The host for trying things (vendor page: Sync Order v1, Cancel Order v3).</summary>
    public const string Staging = "Staging";

    /// <summary>The host where orders are real; it is never a default.</summary>
    public const string Production = "Production";

    /// <summary>What a connection to ITL is made of.</summary>
    public static ServiceDescription Service { get; } = new(
        "Itl",
        new Dictionary<string, Uri>
        {
            [Staging] = new("https://pre-alpha.ithinklogistics.com/"),
            [Production] = new("https://my.ithinklogistics.com/"),
        },
        ["AccessToken", "SecretKey"],
        ["v1", "v3"])
    {
        Operations = ["Sync", "Cancel"],
    };

    /// <summary>Gives the address of an environment.</summary>
    /// <param name="name"><c>Staging</c> or <c>Production</c>, in any case.</param>
    /// <returns>The base address.</returns>
    /// <exception cref="ServiceConfigurationException">The name is neither.</exception>
    public static Uri Address(string name) => Service.Address(name);

    /// <summary>
    /// The sync version for an address: v1, the one that the vendor's page documents, except on the production host,
    /// where every public client calls v3.
    /// </summary>
    /// <param name="baseAddress">The address.</param>
    /// <returns><c>v1</c> or <c>v3</c>.</returns>
    public static string DefaultApiVersion(Uri baseAddress) => NameOf(baseAddress) == Production ? "v3" : "v1";

    /// <summary>Tells which environment an address is.</summary>
    /// <param name="baseAddress">The address.</param>
    /// <returns>Its name, or the address itself where it is neither host.</returns>
    public static string NameOf(Uri baseAddress) => Service.NameOf(baseAddress);
}
