using System.Collections;
using System.Management.Automation;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>Syncs orders to ITL, 25 a request, and gives one result an order.</summary>
[Cmdlet(VerbsCommunications.Send, "ItlOrderSync", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(ItlOrderResult))]
public sealed class SendItlOrderSyncCommand : ItlCmdlet
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private OrderIntake? _intake;
    private ItlSyncRun? _run;
    private RunPump<SyncWork>? _pump;
    private bool _asks;
    private ServiceConfigurationException? _cannotAsk;

    /// <summary>Orders or rows: typed orders, objects, hashtables, CSV rows, or files of them.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; } = [];

    /// <summary>Files of orders (CSV, JSON, JSON lines); wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files of orders, their names taken as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>How the input writes dates, as a .NET format such as dd/MM/yyyy; without it an ambiguous date is refused.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DateFormat { get; set; }

    /// <summary>The time zone of dates without one: an id or an offset such as +05:30. India by default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

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
            Rules = RuleOptions.Of(DateFormat, TimeZone, Dictionaries.Texts(AdditionalField)),
            AdditionalData = Dictionaries.Values(AdditionalData),
        };
        // Where nobody asks, ShouldProcess would only add a verbose line an order.
        _asks = IsWhatIf || Confirmation.IsAsked(this, ConfirmImpact.Medium);
        _run = new ItlSyncRun(connection, Transport!, options, Summary, System.TimeProvider.System);
        _pump = new RunPump<SyncWork>(_run.Run, Output, Progress("Syncing orders to ITL"), notSentIsMeant: IsWhatIf);
        _intake = new OrderIntake(this, Output, ColumnMap.Create(), new RowGrouperOptions { DetectReappearance = false }, Take, CountUnreadFile);
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() => _intake!.TakeItems(InputObject));

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        _intake!.TakeFiles(Path, LiteralPath);
        _intake.Complete();
        Summary.BlankRows = _intake.BlankRows;
        _pump!.Finish();
    });

    /// <inheritdoc />
    protected override void StopProcessing() => _pump?.Stop();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (_pump is { IsFinished: false })
        {
            foreach (GroupedOrder pending in _intake?.Pending() ?? [])
            {
                _run!.Admit(pending.Order, pending.Findings, InputSource.Of(pending), static _ => "Not sent: the run was stopped before its turn.");
            }
        }

        _pump?.Dispose();
        base.Dispose(disposing);
    }

    private bool Take(GroupedOrder grouped)
    {
        if (_pump!.IsOver)
        {
            return false;
        }

        _run!.Admit(grouped.Order, grouped.Findings, InputSource.Of(grouped), Veto);
        if (_cannotAsk is not null)
        {
            throw _cannotAsk;
        }

        _pump.MakeRoom();
        return !_pump.IsOver;
    }

    private string? Veto(CheckedOrder order)
    {
        try
        {
            return !_asks || Agreed($"order {order.Key}", $"Sync to ITL {Target}") ? null
                : IsWhatIf ? "What if: the order would be sent."
                : "Not sent: declined.";
        }
        catch (ServiceConfigurationException failure)
        {
            // Thrown once the order has its outcome.
            _cannotAsk = failure;
            return "Not sent: this session cannot ask whether to send it.";
        }
    }
}
