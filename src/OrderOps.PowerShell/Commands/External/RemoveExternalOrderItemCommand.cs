using System;
using System.Management.Automation;
using OrderOps.External;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Deletes items of orders at ECOM.md, and gives one result an item.</summary>
[Cmdlet(VerbsCommon.Remove, "ExternalOrderItem", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ExternalItemResult))]
public sealed class RemoveExternalOrderItemCommand : ExternalSendCmdlet
{
    private static readonly string[] IdNames = ["ItemId", "item_id", "Id"];

    private ItemRun? _run;
    private RunPump<ItemWork>? _pump;

    /// <summary>Numbers of items, or items of orders.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ItemId", "item_id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? Id { get; set; } = [];

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        ExternalConnection connection = Connect();
        _run = new ItemRun(connection, Transport!, ThrottleLimit, Summary, TimeProvider.System);
        _pump = new RunPump<ItemWork>(_run.Run, Output, Progress("Deleting items at ECOM.md"), notSentIsMeant: IsWhatIf);
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() =>
    {
        foreach (PSObject? item in Id ?? [null])
        {
            Take(item);
        }
    });

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() => _pump!.Finish());

    /// <inheritdoc />
    protected override void StopProcessing() => _pump?.Stop();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _pump?.Dispose();
        base.Dispose(disposing);
    }

    private void Take(PSObject? item)
    {
        if (_pump!.IsOver)
        {
            return;
        }

        ItemWork work = _run!.Prepare(NamedValue.Of(item, IdNames), item, out bool settled);
        ServiceConfigurationException? cannotAsk = null;
        if (!settled && Veto(work.Result.ItemId, out cannotAsk) is { } reason)
        {
            work.Result.Settle(Outcome.NotSent, reason);
            settled = true;
        }

        if (settled)
        {
            _run.Run.PostSettled(work.Result);
        }
        else
        {
            _run.Run.Post(work);
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
