using System;
using System.Management.Automation;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Connections;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Streams;

/// <summary>What every command has that sends inputs in batches: the way to the service, the run, and its end.</summary>
public abstract class SendingCmdlet : ConnectedCmdlet, IDisposable
{
    private protected SendingCmdlet()
    {
    }

    /// <summary>Seconds after which a part-filled batch leaves when the source is slow.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double BatchWaitSec { get; set; } = 5;

    /// <summary>Requests in flight at the most.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    private protected ServiceTransport? Transport { get; private set; }

    /// <summary>Which service is meant, for whoever is asked.</summary>
    private protected string Target { get; private set; } = "";

    private protected RunSummary Summary { get; } = new();

    private protected TimeSpan BatchWait => TimeSpan.FromSeconds(BatchWaitSec);

    /// <summary>Ends what the command began; PowerShell runs it however the command ends.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the command began.</summary>
    protected virtual void Dispose(bool disposing) => Transport?.Dispose();

    /// <summary>Begins the run and finds the connection that was meant, if one was.</summary>
    private protected OrderOpsConnection? BeginRun(ServiceDescription service)
    {
        // First of all, so that a run that fails here is the last run, and not the one before it.
        Summary.Command = MyInvocation.MyCommand.Name;
        Session.Current.Begin(Summary);
        OrderOpsConnection? named = NamedConnection(service.Name);
        Summary.Connection = named?.Name;
        return named;
    }

    /// <summary>Opens the way to the service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="options">How requests travel; its secrets are those of the proxy.</param>
    /// <param name="secrets">The credentials.</param>
    /// <param name="named">The connection that was meant, if one was.</param>
    private protected void Open(ServiceDescription service, Uri address, TransportOptions options, string[] secrets, OrderOpsConnection? named)
    {
        options.Secrets = [.. options.Secrets, .. secrets];
        Transport = new ServiceTransport(address, options);
        Session.Current.Remember(Transport.Trace);
        string known = service.NameOf(address);
        string? environment = BaseUri is null ? named?.Environment : null;
        Target = environment is null || known != address.ToString() ? known : $"{environment} ({address})";
    }

    /// <summary>A credential from its parameter, the connection or the environment.</summary>
    private protected static string Credential(ServiceDescription service, string name, System.Security.SecureString? given, OrderOpsConnection? named) =>
        CredentialSource.Find(service.Name, name, given, named, Environment.GetEnvironmentVariable);

    /// <summary>Whether somebody is asked, or told what would happen. Where nobody is, ShouldProcess would only add a verbose line an order.</summary>
    private protected bool Asks(ConfirmImpact impact) => IsWhatIf || Confirmation.IsAsked(this, impact);

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
}
