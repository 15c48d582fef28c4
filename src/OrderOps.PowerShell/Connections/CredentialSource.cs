using System;
using System.Globalization;
using System.Security;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Connections;

/// <summary>Where a credential comes from: the parameter, else the connection, else the environment.</summary>
internal static class CredentialSource
{
    /// <summary>Finds a credential.</summary>
    /// <param name="service">The service, e.g. <c>Itl</c>.</param>
    /// <param name="name">The credential, e.g. <c>AccessToken</c>.</param>
    /// <param name="parameter">What the parameter holds.</param>
    /// <param name="connection">The connection that was meant, if one was.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>The credential, blank where there is none.</returns>
    public static string Find(string service, string name, SecureString? parameter, OrderOpsConnection? connection, Func<string, string?> environment)
    {
        if ((parameter ?? connection?.Secret(name)) is { } secure)
        {
            return SecretText.Reveal(secure);
        }

        return environment(Variable(service, name)) ?? "";
    }

    /// <summary>The environment variable of a credential: <c>ORDEROPS_ITL_ACCESSTOKEN</c>.</summary>
    public static string Variable(string service, string name) =>
        string.Format(CultureInfo.InvariantCulture, "ORDEROPS_{0}_{1}", service.ToUpperInvariant(), name.ToUpperInvariant());
}
