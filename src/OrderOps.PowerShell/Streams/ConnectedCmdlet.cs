using System;
using System.Management.Automation;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Streams;

/// <summary>What every command has that speaks to a service: where it is and how requests travel.</summary>
public abstract class ConnectedCmdlet : OrderOpsCmdlet
{
    private protected ConnectedCmdlet()
    {
    }

    /// <summary>A connection, by its name or as an object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [ValidateNotNullOrEmpty]
    public PSObject? Connection { get; set; }

    /// <summary>The base address of the service; it may carry a path.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>Seconds that one attempt may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How often a request is sent again that may be.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Seconds from which the wait before a retry grows.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int RetryIntervalSec { get; set; } = 1;

    /// <summary>The proxy to go through.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>As whom to speak to the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Speak to the proxy as the user of this session.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Go through no proxy, not even the system's.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>Take any certificate. Who can change the network's answers can then read the credentials.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Allow http to a host that is not this machine. The credentials then travel in clear.</summary>
    [Parameter]
    public SwitchParameter AllowUnencrypted { get; set; }

    /// <summary>Finds the connection that was meant, if one was.</summary>
    private protected OrderOpsConnection? NamedConnection(string service)
    {
        if (Connection is null)
        {
            return null;
        }

        OrderOpsConnection connection = ConnectionLookup.Find(Connection, Session.Current.Connections);
        if (!string.Equals(connection.Service, service, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceConfigurationException(
                "ConnectionOfOtherService",
                $"Connection '{connection.Name}' is for {connection.Service}, not for {service}.",
                $"Give a connection that was made with Set-OrderOpsConnection -Service {service}.");
        }

        return connection;
    }

    /// <summary>Gathers how requests travel.</summary>
    private protected TransportOptions TransportOptions(OrderOpsConnection? connection, int throttleLimit)
    {
        TransportOptions options = new()
        {
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
            MaximumConnections = throttleLimit,
            Secrets = ProxyCredential is null ? [] : [ProxyCredential.GetNetworkCredential().Password],
            Proxy = Proxy,
            ProxyCredential = ProxyCredential?.GetNetworkCredential(),
            ProxyUseDefaultCredentials = ProxyUseDefaultCredentials,
            NoProxy = NoProxy,
            SkipCertificateCheck = SkipCertificateCheck || connection?.SkipCertificateCheck == true,
            AllowUnencrypted = AllowUnencrypted || connection?.AllowUnencrypted == true,
        };
        if (options.SkipCertificateCheck)
        {
            WriteWarning("The certificate of the service is not checked: whoever can change the network's answers can read the credentials.");
        }

        return options;
    }
}
