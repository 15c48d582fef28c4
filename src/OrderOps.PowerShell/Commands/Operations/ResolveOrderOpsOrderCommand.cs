using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Settles orders in the journal by what a person found out at the service.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "OrderOpsOrder", SupportsShouldProcess = true)]
[OutputType(typeof(JournalEntry))]
public sealed class ResolveOrderOpsOrderCommand : JournalCmdlet
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>The orders with these keys.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Key { get; set; } = [];

    /// <summary>What was found out.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateSet("Accepted", "NotSent")]
    public string As { get; set; } = "";

    /// <summary>How it was found out.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = "";

    /// <summary>The service that it was sent to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowEmptyString]
    public string? Service { get; set; }

    /// <summary>What was asked of the service.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [AllowEmptyString]
    public string? Operation { get; set; }

    /// <summary>The account that it was sent as.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [AllowEmptyString]
    public string? Account { get; set; }

    /// <summary>The address that it was sent to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("BaseAddress")]
    [AllowEmptyString]
    public string? BaseUri { get; set; }

    /// <summary>Its sub-order; empty for the one that has none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? SubOrder { get; set; }

    /// <summary>A run that had it in hand: it says the journal, the address and the account that are not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? RunId { get; set; }

    /// <summary>Don't ask before an accepted order is let go again.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() =>
    {
        RunSummary? run = OwnRun(RunId);
        IJournal journal = Open(run, IsWhatIf);
        foreach (string key in Key)
        {
            JournalEntry[] found = [.. journal.Find(Query(key, run)).Where(entry => SubOrder is null || entry.SubOrder == SubOrder)];
            if (Resolution.Obstacle(key, found, journal.Location) is { } obstacle)
            {
                WriteObstacle(obstacle, key);
            }
            else if (IsMeant(found[0]))
            {
                Settle(journal, found[0]);
            }
        }
    });

    private JournalQuery Query(string key, RunSummary? run) => new()
    {
        Keys = [key],
        Service = OrNull(Service) is { } service ? Services.Find(service).Name : null,
        Operation = OrNull(Operation) is { } operation ? JournalOperations.Find(operation, OrNull(Service)) : null,
        BaseAddress = OrNull(BaseUri) ?? run?.BaseAddress,
        Account = OrNull(Account) ?? run?.Account,
    };

    // PowerShell takes the names in any case.
    private Outcome Found => (Outcome)Enum.Parse(typeof(Outcome), As, ignoreCase: true);

    private bool IsMeant(JournalEntry entry)
    {
        if (!ShouldProcess(entry.ToString(), $"Set {Found}"))
        {
            return false;
        }

        if (Force || !Resolution.NeedsConsent(entry, Found))
        {
            return true;
        }

        try
        {
            return ShouldContinue(
                $"{entry.Service} order '{entry.Key}' was {entry.Outcome} ({entry.Message}). As {Found} it is sent again when it comes in: perhaps a second shipment, and a second label.",
                "Let an accepted order be sent again",
                ref _yesToAll,
                ref _noToAll);
        }
        catch (Exception failure) when (Confirmation.CannotAsk(failure))
        {
            WriteError(Failures.Record(
                new InvalidOperationException($"Order '{entry.Key}' was {entry.Outcome}, and this session cannot ask whether it may be sent again.", failure),
                "ConfirmationNotPossible",
                ErrorCategory.InvalidOperation,
                entry,
                "Give -Force if it is meant, or use a session that can ask."));
            return false;
        }
    }

    private void WriteObstacle(Obstacle obstacle, object target) => WriteError(Failures.Record(
        new InvalidOperationException(obstacle.Message), obstacle.ErrorId, obstacle.Category, target, obstacle.Remedy));

    private void Settle(IJournal journal, JournalEntry entry)
    {
        string who = string.Format(CultureInfo.InvariantCulture, "{0}@{1}", System.Environment.UserName, System.Environment.MachineName);
        if (journal.Resolve(entry, Found, who, Reason) is { } settled)
        {
            WriteObject(settled);
        }
        else
        {
            WriteObstacle(Resolution.InHand(entry), entry);
        }
    }
}
