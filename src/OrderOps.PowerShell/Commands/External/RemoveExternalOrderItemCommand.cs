using System;
using System.Management.Automation;
using OrderOps.External;
using OrderOps.Input;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Deletes items of orders at ECOM.md, and gives one result an item.</summary>
[Cmdlet(VerbsCommon.Remove, "ExternalOrderItem", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ExternalItemResult))]
public sealed class RemoveExternalOrderItemCommand : ExternalSendCmdlet
{
    private const string IdSet = "Id";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private static readonly string[] IdNames = ["ItemId", "item_id", "Id"];

    private ItemRun? _run;
    private RunPump<ItemWork>? _pump;

    /// <summary>Numbers of items, or items of orders, or files of them.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ItemId", "item_id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? Id { get; set; } = [];

    /// <summary>Files with a column or property of item numbers; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files, their names taken as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    private protected override string? ValueName => "item_id";

    private protected override InputRecord? Typed(object item) => item is OrderItem known ? OrderLine.Of(known) : null;

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        ExternalConnection connection = Connect();
        _run = new ItemRun(connection, Transport!, ThrottleLimit, Summary, TimeProvider.System, RunJournal);
        _pump = Pump(_run.Run, "Deleting items at ECOM.md");
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() =>
    {
        foreach (PSObject? item in Id ?? [null])
        {
            if (item?.BaseObject is System.IO.FileInfo file)
            {
                ReadFiles([file.FullName], _pump!, record => Take(NamedInput.Of(record, IdNames)));
            }
            else
            {
                Take(NamedInput.Of(item, IdNames));
            }
        }
    });

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        ReadFiles(FilePaths.Resolve(this, Path, LiteralPath, CountUnreadFile), _pump!, record => Take(NamedInput.Of(record, IdNames)));
        _pump!.Finish();
    });

    /// <inheritdoc />
    private protected override void StopRun() => _pump?.Stop();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _pump?.Dispose();
        base.Dispose(disposing);
    }

    private void Take(NamedInput item)
    {
        if (_pump!.IsOver)
        {
            return;
        }

        bool settled = true;
        ItemWork work = item.Fault is null ? _run!.Prepare(item.Value, item.Source, out settled) : new ItemWork(item.Value ?? "", item.Source);
        if (item.Fault is { } fault)
        {
            work.Result.Settle(Outcome.Invalid, fault.Message, ExternalErrors.ItemInvalid, fault.Remedy);
        }

        ServiceConfigurationException? cannotAsk = null;
        if (!settled && Veto(work.Result.ItemId, out cannotAsk) is { } reason)
        {
            work.Result.Settle(Outcome.NotSent, reason);
            settled = true;
        }

        if (settled)
        {
            _run!.Run.PostSettled(work.Result);
        }
        else
        {
            _run!.Run.Post(work);
        }

        if (cannotAsk is not null)
        {
            throw cannotAsk;
        }

        _pump.MakeRoom();
    }

    private string? Veto(string id, out ServiceConfigurationException? cannotAsk)
    {
        cannotAsk = null;
        try
        {
            return !Asks(ConfirmImpact.High) || Agreed($"item {id}", $"Delete at ECOM.md {Target}") ? null
                : IsWhatIf ? "What if: the item would be deleted."
                : "Not sent: declined.";
        }
        catch (ServiceConfigurationException failure)
        {
            cannotAsk = failure;
            return "Not sent: this session cannot ask whether to delete it.";
        }
    }
}
