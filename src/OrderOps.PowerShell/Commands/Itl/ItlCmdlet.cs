using System.Management.Automation;
using System.Security;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>What every command has that speaks to ITL.</summary>
public abstract class ItlCmdlet : SendingCmdlet
{
    private protected ItlCmdlet()
    {
    }

    /// <summary>Staging or Production. Neither is a default.</summary>
    [Parameter]
    [ValidateSet(ItlEnvironment.Staging, ItlEnvironment.Production)]
    public string? Environment { get; set; }

    /// <summary>Seconds after which a part-filled batch leaves when the source is slow.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double BatchWaitSec { get; set; } = 5;

    /// <summary>The access token that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? AccessToken { get; set; }

    /// <summary>The secret key that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

    /// <summary>Opens the way to ITL, as the parameters, the connection and the environment say.</summary>
    private protected ItlConnection Connect(string? apiVersion)
    {
        ServiceDescription service = ItlEnvironment.Service;
        OrderOpsConnection? named = BeginRun(service);
        TransportOptions options = TransportOptions(named, ThrottleLimit);
        ItlConnection connection = new(
            AddressChoice.Of(service, BaseUri, Environment, named, options.AllowUnencrypted, Missing),
            Credential(service, nameof(AccessToken), AccessToken, named),
            Credential(service, nameof(SecretKey), SecretKey, named),
            apiVersion ?? named?.ApiVersion)
        {
            Transport = options,
        };
        Open(service, connection.BaseAddress, options, connection.Secrets, named);
        return connection;
    }

    private static ServiceConfigurationException Missing() => new(
        "EnvironmentMissing",
        "It is not said which ITL is meant, and production is never a default.",
        "Give -Environment Staging or -Environment Production, or -BaseUri, or -Connection with a connection made by Set-OrderOpsConnection. To try it on this machine: $box = Start-OrderOpsSandbox, then -Connection $box.Itl.");
}
