using System;
using System.Collections;
using System.Management.Automation;
using OrderOps.Input;
using OrderOps.Itl;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>Syncs orders to ITL, 25 a request, and gives one result an order.</summary>
[Cmdlet(VerbsCommunications.Send, "ItlOrderSync", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(ItlOrderResult))]
public sealed class SendItlOrderSyncCommand : ItlCmdlet
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    internal const string UnknownRemark = "Not sent, because ITL has no such field: {0}. Use -Map to say which field a column is, or -AdditionalField to send a key of your own.";

    private ItlSyncRun? _run;
    private OrderStream<Order>? _orders;

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
            BatchWait = TimeSpan.FromSeconds(BatchWaitSec),
            Rules = RuleOptions.Of(DateFormat, TimeZone, Dictionaries.Texts(AdditionalField)),
            AdditionalData = Dictionaries.Values(AdditionalData),
        };
        _run = new ItlSyncRun(connection, Transport!, options, Summary, TimeProvider.System, RunJournal);
        _orders = new OrderStream<Order>(
            Pump(_run.Run, "Syncing orders to ITL"),
            (grouped, veto) => _run.Admit(grouped.Order, grouped.Findings, InputSource.Of(grouped), order => veto(order.Key)),
            Asks(ConfirmImpact.Medium) ? key => Agreed($"order {key}", $"Sync to ITL {Target}") : null,
            IsWhatIf);
        _orders.Intake = new OrderIntake<Order>(
            this,
            Output,
            new RowBinder<Order>(OrderRows.Schema),
            new RowGrouper<Order>(OrderRows.Schema, new GroupingOptions { DetectReappearance = false }),
            UnknownRemark,
            _orders.Take,
            CountUnreadFile,
            NoteFailedFileRead);
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() => _orders!.Take(InputObject));

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() => _orders!.Finish(Path, LiteralPath, Summary));

    /// <inheritdoc />
    private protected override void StopRun() => _orders?.Stop();

    private protected override InputRecord? Typed(object item) => item is Order order ? OrderRecord.Of(OrderRows.Schema, order) : null;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _orders?.Dispose();
        base.Dispose(disposing);
    }
}
