using System;
using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.External;
using OrderOps.Input;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Creates or updates orders of ECOM.md, and gives one result an order.</summary>
[Cmdlet(VerbsCommon.Set, "ExternalOrder", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(ExternalOrderResult))]
public sealed class SetExternalOrderCommand : ExternalSendCmdlet
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly ItemReader _items = new();
    private readonly OrderBinder _binder = new();
    private UnknownNames? _unknown;
    private OrderRun? _run;
    private RunPump<OrderWork>? _pump;
    private ServiceConfigurationException? _cannotAsk;
    private bool _asks;

    /// <summary>Orders: typed ones, objects, hashtables, rows, or files of them.</summary>
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

    /// <summary>Orders a request.</summary>
    [Parameter]
    public int BatchSize { get; set; } = 1;

    /// <summary>Seconds after which a part-filled batch leaves when the source is slow.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double BatchWaitSec { get; set; } = 5;

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        ExternalConnection connection = Connect();
        SetOptions options = new() { BatchSize = BatchSize, ThrottleLimit = ThrottleLimit, BatchWait = TimeSpan.FromSeconds(BatchWaitSec) };
        _asks = Asks(ConfirmImpact.Medium);
        _unknown = new UnknownNames(Output, "Not sent, because an order has no such member: {0}. What the service takes beside its known members goes into AdditionalData.");
        _run = new OrderRun(connection, Transport!, options, Summary, TimeProvider.System, RunJournal);
        _pump = Pump(_run.Run, "Setting orders at ECOM.md");
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() =>
    {
        foreach (PSObject? item in InputObject ?? [])
        {
            switch (item?.BaseObject)
            {
                case null:
                    continue;
                case System.IO.FileInfo file:
                    ReadFiles([file.FullName], _pump!, TakeRecord);
                    break;
                case Order order:
                    Take(order, null, item);
                    break;
                default:
                    TakeRecord(_items.Read(item));
                    break;
            }
        }
    });

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        ReadFiles(FilePaths.Resolve(this, Path, LiteralPath, CountUnreadFile), _pump!, TakeRecord);

        _pump!.Finish();
    });

    /// <inheritdoc />
    private protected override void StopRun() => _pump?.Stop();

    private protected override InputRecord? Typed(object item) => item is Order order ? OrderLine.Of(order) : null;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _pump?.Dispose();
        base.Dispose(disposing);
    }

    private void TakeRecord(InputRecord record)
    {
        BoundOrder bound = _binder.Bind(record);
        _unknown!.Say(bound.UnknownNames);
        Take(bound.Order, bound.Findings, bound.Source);
    }

    private void Take(Order order, IReadOnlyList<Finding>? findings, object? source)
    {
        if (_pump!.IsOver)
        {
            return;
        }

        _run!.Admit(order, findings, source, Veto);
        if (_cannotAsk is not null)
        {
            throw _cannotAsk;
        }

        _pump.MakeRoom();
    }

    private string? Veto(OrderCheck order)
    {
        try
        {
            string action = order.IsCreate ? "Create" : "Update";
            return !_asks || Agreed($"order {order.Key}", $"{action} at ECOM.md {Target}") ? null
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
