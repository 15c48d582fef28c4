using System;

namespace OrderOps.Omni;

/// <summary>What a request asks for, by its method and path alone.</summary>
internal enum ReceiverRoute
{
    Posting,
    Health,
    Credential,
    WrongPath,
    NotPost,
    NotGet,
}

/// <summary>Finds out what a request asks for.</summary>
internal static class ReceiverRoutes
{
    /// <summary>The path of the health page, below the prefix.</summary>
    public const string Health = "health";

    /// <param name="method">The method of the request.</param>
    /// <param name="below">The path below the prefix, null outside of it.</param>
    /// <param name="credentialPath">The path of the Get Credential address, null if there is none.</param>
    public static ReceiverRoute Of(string method, string? below, string? credentialPath) => below switch
    {
        null => ReceiverRoute.WrongPath,
        "" => method == "POST" ? ReceiverRoute.Posting : ReceiverRoute.NotPost,
        Health => method == "GET" ? ReceiverRoute.Health : ReceiverRoute.NotGet,
        _ when credentialPath is not null && string.Equals(below, credentialPath, StringComparison.Ordinal) =>
            method == "GET" ? ReceiverRoute.Credential : ReceiverRoute.NotGet,
        _ => ReceiverRoute.WrongPath,
    };
}
