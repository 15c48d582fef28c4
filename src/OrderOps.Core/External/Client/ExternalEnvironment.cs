using System;
using System.Collections.Generic;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>ECOM.md's two hosts; shops with a domain of their own give its address.</summary>
public static class ExternalEnvironment
{
    /// <summary>The host for trying things.</summary>
    public const string Stage = "Stage";

    /// <summary>The host where orders are real; it is never a default.</summary>
    public const string Production = "Production";

    /// <summary>What a connection to ECOM.md is made of.</summary>
    public static ServiceDescription Service { get; } = new(
        ExternalErrors.Service,
        new Dictionary<string, Uri>
        {
            [Stage] = new("https://stage.admin.ecom.md/"),
            [Production] = new("https://admin.ecom.md/"),
        },
        ["ApiToken", "SiteToken"],
        [],
        "Language",
        "Endpoint")
    {
        Operations = ["Create", "Update", "DeleteItem"],
    };
}
