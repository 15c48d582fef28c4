using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Makes or changes a named connection of this session. What is not given stays as it was.</summary>
[Cmdlet(VerbsCommon.Set, "OrderOpsConnection", DefaultParameterSetName = "Environment", SupportsShouldProcess = true)]
[OutputType(typeof(OrderOpsConnection))]
public sealed class SetOrderOpsConnectionCommand : OrderOpsCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The service that it is for.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string Service { get; set; } = "Itl";

    /// <summary>Which of the service's hosts: Staging or Production for Itl, Stage or Production for External.</summary>
    [Parameter(ParameterSetName = "Environment")]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Environment { get; set; }

    /// <summary>The base address, which may carry a path.</summary>
    [Parameter(ParameterSetName = "BaseUri", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>The version of the interface.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ApiVersionCompleter))]
    public string? ApiVersion { get; set; }

    /// <summary>The access token that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? AccessToken { get; set; }

    /// <summary>The secret key that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

    /// <summary>The token of the integration service.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? Token { get; set; }

    /// <summary>The API-Token of the external service.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>The token of the external service that says which site is meant.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SiteToken { get; set; }

    /// <summary>The language of the external service's texts: ro, ru or en.</summary>
    [Parameter]
    [ValidateSet("ro", "ru", "en")]
    public string? Language { get; set; }

    /// <summary>Paths, methods and names of the external service's operations that differ from the defaults.</summary>
    [Parameter]
    public IDictionary? Endpoint { get; set; }

    /// <summary>Take any certificate.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Allow http to a host that is not this machine.</summary>
    [Parameter]
    public SwitchParameter AllowUnencrypted { get; set; }

    /// <summary>Give the connection back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        ServiceDescription service = Services.Find(Service);
        bool exists = Session.Current.Connections.TryGetValue(Name, out OrderOpsConnection? connection);
        connection = exists && connection!.Service == service.Name ? connection.Copy() : new OrderOpsConnection(Name, service.Name);
        Change(connection, service);
        if (!ShouldProcess(Name, exists ? "Change connection" : "Make connection"))
        {
            return;
        }

        Session.Current.Connections[Name] = connection;
        if (PassThru)
        {
            WriteObject(connection);
        }
    });

    private void Change(OrderOpsConnection connection, ServiceDescription service)
    {
        Dictionary<string, SecureString?> secrets = new()
        {
            [nameof(AccessToken)] = AccessToken,
            [nameof(SecretKey)] = SecretKey,
            [nameof(Token)] = Token,
            [nameof(ApiToken)] = ApiToken,
            [nameof(SiteToken)] = SiteToken,
        };
        ConnectionRule.Check(service, secrets.Where(secret => secret.Value is not null).Select(secret => secret.Key), Language is not null, Endpoint is not null);
        ConnectionRule.CheckVersion(service, ApiVersion);
        connection.AllowUnencrypted = MyInvocation.BoundParameters.ContainsKey(nameof(AllowUnencrypted)) ? AllowUnencrypted : connection.AllowUnencrypted;
        connection.SkipCertificateCheck = MyInvocation.BoundParameters.ContainsKey(nameof(SkipCertificateCheck)) ? SkipCertificateCheck : connection.SkipCertificateCheck;
        connection.ApiVersion = ApiVersion ?? connection.ApiVersion;
        connection.Language = Language ?? connection.Language;
        connection.Endpoint = Endpoint ?? connection.Endpoint;
        if (Environment is not null)
        {
            connection.BaseUri = service.Address(Environment);
            connection.Environment = service.NameOf(connection.BaseUri);
        }
        else if (BaseUri is not null)
        {
            connection.BaseUri = ServiceAddress.Parse(BaseUri, connection.AllowUnencrypted);
            connection.Environment = null;
        }

        foreach (KeyValuePair<string, SecureString?> secret in secrets)
        {
            connection.Keep(secret.Key, secret.Value);
        }
    }
}
