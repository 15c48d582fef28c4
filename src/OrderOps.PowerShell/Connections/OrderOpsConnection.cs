using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Security;

namespace OrderOps.PowerShell.Connections;

/// <summary>Where a service is and as whom to speak to it. Shows which credentials it holds, never what they are.</summary>
public sealed class OrderOpsConnection
{
    private readonly Dictionary<string, SecureString> _secrets = new(StringComparer.OrdinalIgnoreCase);

    internal OrderOpsConnection(string name, string service)
    {
        Name = name;
        Service = service;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The service: <c>Itl</c>, <c>Integration</c> or <c>External</c>.</summary>
    public string Service { get; }

    /// <summary>The environment, where the service has names for them.</summary>
    public string? Environment { get; internal set; }

    /// <summary>The base address.</summary>
    public Uri? BaseUri { get; internal set; }

    /// <summary>The version of the interface, where the service has several; nothing means what the address is known to take.</summary>
    public string? ApiVersion { get; internal set; }

    /// <summary>The language of the service's texts, where it has several.</summary>
    public string? Language { get; internal set; }

    /// <summary>Paths, methods and names of operations that differ from the defaults.</summary>
    public IDictionary? Endpoint { get; internal set; }

    /// <summary>Whether http is allowed to a host that is not this machine.</summary>
    public bool AllowUnencrypted { get; internal set; }

    /// <summary>Whether the certificate of the service goes unchecked.</summary>
    public bool SkipCertificateCheck { get; internal set; }

    /// <summary>The names of the credentials that it holds.</summary>
    public string[] Credentials => _secrets.Keys.OrderBy(name => name, StringComparer.Ordinal).ToArray();

    /// <inheritdoc />
    public override string ToString() => Name;

    internal SecureString? Secret(string name) => _secrets.TryGetValue(name, out SecureString? secret) ? secret : null;

    internal OrderOpsConnection Copy()
    {
        OrderOpsConnection copy = new(Name, Service)
        {
            Environment = Environment,
            BaseUri = BaseUri,
            ApiVersion = ApiVersion,
            Language = Language,
            Endpoint = Endpoint,
            AllowUnencrypted = AllowUnencrypted,
            SkipCertificateCheck = SkipCertificateCheck,
        };
        foreach (KeyValuePair<string, SecureString> secret in _secrets)
        {
            copy.Keep(secret.Key, secret.Value);
        }

        return copy;
    }

    internal void Keep(string name, SecureString? secret)
    {
        if (secret is not null)
        {
            _secrets[name] = secret;
        }
    }
}
