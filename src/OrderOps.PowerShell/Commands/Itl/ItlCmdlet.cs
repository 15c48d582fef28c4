using System;
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
public abstract class ItlCmdlet : ConnectedCmdlet, IDisposable
{
    private const string Service = "Itl";

    private protected ItlCmdlet()
    {
    }

    /// <summary>Staging or Production. Neither is a default.</summary>
    [Parameter]
    [ValidateSet(ItlEnvironment.Staging, ItlEnvironment.Production)]
    public string? Environment { get; set; }

    /// <summary>The access token that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? AccessToken { get; set; }

    /// <summary>The secret key that ITL gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

    /// <summary>Seconds after which a part-filled batch leaves when the source is slow.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double BatchWaitSec { get; set; } = 5;

    /// <summary>Requests in flight at the most.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    private protected ServiceTransport? Transport { get; private set; }

    /// <summary>Which ITL is meant, for whoever is asked.</summary>
    private protected string Target { get; private set; } = "";

    private protected RunSummary Summary { get; } = new();

    /// <summary>Ends what the command began; PowerShell runs it however the command ends.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the command began.</summary>
    protected virtual void Dispose(bool disposing) => Transport?.Dispose();

    /// <summary>Opens the way to ITL, as the parameters, the connection and the environment say.</summary>
    private protected ItlConnection Connect(string? apiVersion)
    {
        // First of all, so that a run that fails here is the last run, and not the one before it.
        Summary.Command = MyInvocation.MyCommand.Name;
        Session.Current.Begin(Summary);
        OrderOpsConnection? named = NamedConnection(Service);
        Summary.Connection = named?.Name;
        TransportOptions options = TransportOptions(named, ThrottleLimit);
        ItlConnection connection = new(
            Address(named, options.AllowUnencrypted),
            CredentialSource.Find(Service, nameof(AccessToken), AccessToken, named, System.Environment.GetEnvironmentVariable),
            CredentialSource.Find(Service, nameof(SecretKey), SecretKey, named, System.Environment.GetEnvironmentVariable),
            apiVersion ?? named?.ApiVersion)
        {
            Transport = options,
        };
        options.Secrets = [.. options.Secrets, .. connection.Secrets];
        Transport = new ServiceTransport(connection.BaseAddress, options);
        Session.Current.Remember(Transport.Trace);
        Target = NameOf(connection.BaseAddress, BaseUri is null ? named?.Environment : null);
        return connection;
    }

    /// <summary>Asks where somebody is to be asked; where nobody can be, that ends the command with the remedy.</summary>
    private protected bool Agreed(string target, string action)
    {
        try
        {
            return ShouldProcess(target, action);
        }
        catch (Exception failure) when (Confirmation.CannotAsk(failure))
        {
            throw new ServiceConfigurationException(
                "ConfirmationNotPossible",
                $"This session cannot ask whether to go on: {action}, {target}.",
                "Run it with -Confirm:$false if it is meant, or in a session that can ask.",
                inner: failure);
        }
    }

    private protected override void Failed(ServiceConfigurationException failure) => Summary.Fail(failure, DateTimeOffset.Now);

    /// <summary>Says that a file could not be read, so that the run does not pass for one without orders.</summary>
    private protected void CountUnreadFile() => Summary.UnreadFiles++;

    private protected RunProgress Progress(string activity) =>
        new(activity, TimeProvider.System, Interactivity.SomebodyLooks(Host.Name));

    private static string NameOf(Uri address, string? environment)
    {
        string known = ItlEnvironment.NameOf(address);
        return environment is null || known != address.ToString() ? known : $"{environment} ({address})";
    }

    private Uri Address(OrderOpsConnection? named, bool allowUnencrypted)
    {
        if (BaseUri is not null && Environment is not null)
        {
            throw new ServiceConfigurationException(
                "EnvironmentAndBaseUri",
                "Both -Environment and -BaseUri are given, and they may disagree.",
                "Give one of them.");
        }

        if (named?.BaseUri is not null && (BaseUri is not null || Environment is not null))
        {
            // Its credentials would go where they do not belong.
            throw new ServiceConfigurationException(
                "ConnectionAndAddress",
                $"Connection '{named.Name}' says where it goes, and {(BaseUri is null ? "-Environment" : "-BaseUri")} says it too.",
                "Give one of them, or make a connection for the other address with Set-OrderOpsConnection.");
        }

        return BaseUri is not null ? ServiceAddress.Parse(BaseUri, allowUnencrypted)
            : Environment is not null ? ItlEnvironment.Address(Environment)
            : named?.BaseUri ?? throw new ServiceConfigurationException(
                "EnvironmentMissing",
                "It is not said which ITL is meant, and production is never a default.",
                "Give -Environment Staging or -Environment Production, or -BaseUri, or -Connection with a connection made by Set-OrderOpsConnection. To try it on this machine: $box = Start-OrderOpsSandbox, then -Connection $box.Itl.");
    }
}
