using System;
using System.Globalization;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>The two credentials. One that an operation does not need may be sent all the same, but then it must be right.</summary>
internal sealed class Credentials
{
    public string ApiToken { get; } = New();

    public string SiteToken { get; } = New();

    /// <summary>Why a request is refused; null if it is not.</summary>
    public string? Refusal(RequestHead head, Credential needed)
    {
        var api = head.Header("API-Token");
        var site = head.Header("token");
        if ((api is not null && api != ApiToken) || (site is not null && site != SiteToken))
            return "Invalid token.";
        return needed switch
        {
            Credential.ApiToken when api is null => "Authentication credentials were not provided.",
            Credential.SiteToken when site is null => "Authentication credentials were not provided.",
            _ => null,
        };
    }

    private static string New() => "sandbox-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
}
