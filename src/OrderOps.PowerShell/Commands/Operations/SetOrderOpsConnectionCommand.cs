using System.Management.Automation;
using System.Security;
using OrderOps.Itl;
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
    [ValidateSet("Itl")]
    public string Service { get; set; } = "Itl";

    /// <summary>Staging or Production.</summary>
    [Parameter(ParameterSetName = "Environment")]
    [ValidateSet(ItlEnvironment.Staging, ItlEnvironment.Production)]
    public string? Environment { get; set; }

    /// <summary>The base address, which may carry a path.</summary>
    [Parameter(ParameterSetName = "BaseUri", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? BaseUri { get; set; }

    /// <summary>The version of the interface.</summary>
    [Parameter]
    [ValidateSet("v1", "v3")]
    public string? ApiVersion { get; set; }

    /// <summary>The access token that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? AccessToken { get; set; }

    /// <summary>The secret key that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

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
        bool exists = Session.Current.Connections.TryGetValue(Name, out OrderOpsConnection? connection);
        connection = exists && connection!.Service == Service ? connection.Copy() : new OrderOpsConnection(Name, Service);
        Change(connection);
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

    private void Change(OrderOpsConnection connection)
    {
        connection.AllowUnencrypted = MyInvocation.BoundParameters.ContainsKey(nameof(AllowUnencrypted)) ? AllowUnencrypted : connection.AllowUnencrypted;
        connection.SkipCertificateCheck = MyInvocation.BoundParameters.ContainsKey(nameof(SkipCertificateCheck)) ? SkipCertificateCheck : connection.SkipCertificateCheck;
        connection.ApiVersion = ApiVersion ?? connection.ApiVersion;
        if (Environment is not null)
        {
            connection.BaseUri = ItlEnvironment.Address(Environment);
            connection.Environment = ItlEnvironment.NameOf(connection.BaseUri);
        }
        else if (BaseUri is not null)
        {
            connection.BaseUri = ServiceAddress.Parse(BaseUri, connection.AllowUnencrypted);
            connection.Environment = null;
        }

        connection.Keep(nameof(AccessToken), AccessToken);
        connection.Keep(nameof(SecretKey), SecretKey);
    }
}
