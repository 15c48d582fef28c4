using System.Management.Automation;
using OrderOps.Itl;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>What every command has that takes ITL orders without sending them.</summary>
public abstract class ItlOrderInputCmdlet : OrderOpsCmdlet
{
    private protected const string InputSet = "InputObject";
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private OrderIntake<Order>? _intake;

    private protected ItlOrderInputCmdlet()
    {
    }

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

    private protected OrderRules? Rules { get; private set; }

    private protected long BlankRows => _intake?.BlankRows ?? 0;

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        Rules = new OrderRules(RuleOptions.Of(DateFormat, TimeZone, additionalField: null));
        _intake = new OrderIntake<Order>(
            this,
            Output,
            new RowBinder<Order>(OrderRows.Schema, ColumnMap().Rows),
            new RowGrouper<Order>(OrderRows.Schema, GrouperOptions()),
            SendItlOrderSyncCommand.UnknownRemark,
            Take);
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() => _intake!.TakeItems(InputObject));

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        _intake!.TakeFiles(Path, LiteralPath);
        _intake.Complete();
    });

    private protected abstract ColumnMap ColumnMap();

    private protected abstract RowGrouperOptions GrouperOptions();

    /// <summary>Takes one order; says whether more are wanted.</summary>
    private protected abstract bool Take(GroupedOrder<Order> grouped);
}
