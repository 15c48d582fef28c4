using System;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>Where ITL is, as whom to speak to it, and how.</summary>
public sealed class ItlConnection
{
    /// <summary>Makes one.</summary>
    /// <param name="baseAddress">The address, which may carry a path; see <see cref="ItlEnvironment"/>.</param>
    /// <param name="accessToken">The access token that ITL gave.</param>
    /// <param name="secretKey">The secret key that ITL gave.</param>
    /// <param name="apiVersion"><c>v1</c> or <c>v3</c> for the sync; by default what the address is known to take.</param>
    /// <exception cref="ServiceConfigurationException">A credential is blank, or the version is unknown.</exception>
    public ItlConnection(Uri baseAddress, string accessToken, string secretKey, string? apiVersion = null)
    {
        BaseAddress = baseAddress ?? throw new ArgumentNullException(nameof(baseAddress));
        AccessToken = Required(accessToken, "access token", "-AccessToken", "ORDEROPS_ITL_ACCESSTOKEN");
        SecretKey = Required(secretKey, "secret key", "-SecretKey", "ORDEROPS_ITL_SECRETKEY");
        ApiVersion = apiVersion ?? ItlEnvironment.DefaultApiVersion(baseAddress);
        SyncPath = ApiVersion switch
        {
            "v1" => "api/order/sync.json",
            "v3" => "api_v3/order/sync.json",
            _ => throw new ServiceConfigurationException(
                "ApiVersionUnknown",
                $"ITL has no sync version '{ApiVersion}'.",
                "Use v1 (the vendor's page) or v3 (what clients call in production)."),
        };
    }

    /// <summary>Where ITL is.</summary>
    public Uri BaseAddress { get; }

    /// <summary><c>v1</c> or <c>v3</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>How requests travel.</summary>
    public TransportOptions Transport { get; set; } = new();

    internal Secret AccessToken { get; }

    internal Secret SecretKey { get; }

    internal string[] Secrets => new[] { AccessToken.Reveal(), SecretKey.Reveal() };

    internal string SyncPath { get; }

    // Vendor page: Cancel Order v3; there is no other version.
    internal static string CancelPath => "api_v3/order/cancel.json";

    private static Secret Required(string value, string what, string parameter, string variable) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new ServiceConfigurationException(
                "CredentialsMissing",
                $"The {what} for ITL is missing.",
                $"Give it with {parameter}, with a connection, or in the environment variable {variable}.",
                credentials: true)
            : new Secret(value.Trim());
}
