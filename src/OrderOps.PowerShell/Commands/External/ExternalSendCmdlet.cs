using System.Collections;
using System.Management.Automation;
using System.Security;
using OrderOps.External;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>What every command has that changes something at ECOM.md.</summary>
public abstract class ExternalSendCmdlet : SendingCmdlet
{
    private protected ExternalSendCmdlet()
    {
    }

    /// <summary>Stage or Production. Neither is a default.</summary>
    [Parameter]
    [ValidateSet(ExternalEnvironment.Stage, ExternalEnvironment.Production)]
    public string? Environment { get; set; }

    /// <summary>The token for the header API-Token.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>The token that says which site is meant.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SiteToken { get; set; }

    /// <summary>The language of the service's texts.</summary>
    [Parameter]
    [ValidateSet("ro", "ru", "en")]
    public string? Language { get; set; }

    /// <summary>How this host calls operations, where it differs from the defaults.</summary>
    [Parameter]
    public IDictionary? Endpoint { get; set; }

    /// <summary>Skip what was accepted with the same content.</summary>
    [Parameter]
    public SwitchParameter SkipUnchanged { get; set; }

    private protected override bool SkipsUnchanged => SkipUnchanged;

    /// <summary>Opens the way to ECOM.md.</summary>
    private protected ExternalConnection Connect()
    {
        ServiceDescription service = ExternalEnvironment.Service;
        OrderOpsConnection? named = BeginRun(service);
        TransportOptions options = TransportOptions(named, ThrottleLimit);
        ExternalConnection connection = new(
            AddressChoice.Of(service, BaseUri, Environment, named, options.AllowUnencrypted, ExternalWay.Missing),
            Credential(service, nameof(ApiToken), ApiToken, named),
            Credential(service, nameof(SiteToken), SiteToken, named),
            Language ?? named?.Language,
            ExternalWay.Endpoints(Endpoint, named))
        {
            Transport = options,
        };
        Open(service, connection.BaseAddress, options, connection.Secrets, named);
        return connection;
    }
}
