using System.Collections;
using System.Management.Automation;
using OrderOps.Itl;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>Syncs orders to ITL, 25 a request, and gives one result an order.</summary>
[Cmdlet(VerbsCommunications.Send, "ItlOrderSync", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(ItlOrderResult))]
public sealed class SendItlOrderSyncCommand : ItlOrderInputCmdlet
{
    private ItlSyncRun? _run;
    private RunPump<SyncWork>? _pump;
    private string _target = "";

    /// <summary>The version of the sync: v1 is the vendor's page, v3 what clients call in production.</summary>
    [Parameter]
    [ValidateSet("v1", "v3")]
    public string? ApiVersion { get; set; }

    /// <summary>Orders a request, 1 to 25.</summary>
    [Parameter]
    public int BatchSize { get; set; } = SyncOptions.MaximumBatchSize;

    /// <summary>Keys that the vendor's page does not name, for every shipment.</summary>
    [Parameter]
    public IDictionary? AdditionalField { get; set; }

    /// <summary>Keys for the request's data beside the shipments.</summary>
    [Parameter]
    public IDictionary? AdditionalData { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        ItlConnection connection = Connect(ApiVersion);
        SyncOptions options = new()
        {
            BatchSize = BatchSize,
            ThrottleLimit = ThrottleLimit,
            BatchWait = System.TimeSpan.FromSeconds(BatchWaitSec),
            Rules = RuleOptions(Dictionaries.Texts(AdditionalField)),
            AdditionalData = Dictionaries.Values(AdditionalData),
        };
        _target = ItlEnvironment.NameOf(connection.BaseAddress);
        _run = new ItlSyncRun(connection, Transport!, options, Summary, System.TimeProvider.System);
        _pump = new RunPump<SyncWork>(_run.Run, Output, Progress("Syncing orders to ITL"), notSentIsMeant: IsWhatIf);
        OpenIntake(detectReappearance: false);
    });

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Summary.BlankRows = BlankRows;
        _pump!.Finish();
    }

    /// <inheritdoc />
    protected override void StopProcessing() => _pump?.Stop();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (_pump is { IsFinished: false })
        {
            SettlePending();
        }

        _pump?.Dispose();
        base.Dispose(disposing);
    }

    private protected override bool Take(GroupedOrder grouped)
    {
        if (_pump!.IsOver)
        {
            return false;
        }

        _run!.Admit(grouped.Order, grouped.Findings, InputSource.Of(grouped), Veto);
        _pump.MakeRoom();
        return !_pump.IsOver;
    }

    private string? Veto(CheckedOrder order) =>
        ShouldProcess($"order {order.Key}", $"Sync to ITL {_target}") ? null
        : IsWhatIf ? "What if: the order would be sent."
        : "Not sent: declined.";
}
