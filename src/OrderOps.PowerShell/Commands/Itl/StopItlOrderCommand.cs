using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>Cancels orders at ITL by their AWB numbers, 100 a request, and gives one result an AWB.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ItlOrder", DefaultParameterSetName = InputSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ItlCancelResult))]
public sealed class StopItlOrderCommand : ItlCmdlet
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<CancelWork> _gathered = new();
    private ItlCancelRun? _run;
    private RunPump<CancelWork>? _pump;

    /// <summary>AWB numbers, or objects that have one (AwbNumber, awb_number, awb, waybill), or files of them.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("AwbNumber", "awb_number", "awb", "waybill")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; } = [];

    /// <summary>Files with a column or property of AWB numbers; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files, their names taken as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>AWBs a request, 1 to 100.</summary>
    [Parameter]
    public int BatchSize { get; set; } = CancelOptions.MaximumBatchSize;

    /// <summary>Skip what was cancelled already, as the journal knows.</summary>
    [Parameter]
    public SwitchParameter SkipUnchanged { get; set; }

    private protected override bool SkipsUnchanged => SkipUnchanged;

    private protected override string? ValueName => "awb_number";

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        ItlConnection connection = Connect(apiVersion: null);
        CancelOptions options = new()
        {
            BatchSize = BatchSize,
            ThrottleLimit = ThrottleLimit,
            BatchWait = TimeSpan.FromSeconds(BatchWaitSec),
        };
        _run = new ItlCancelRun(connection, Transport!, options, Summary, TimeProvider.System, RunJournal);
        _pump = Pump(_run.Run, "Cancelling AWBs at ITL");
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() =>
    {
        // An AWB that is null came from a variable or property that should have held one.
        foreach (PSObject? item in InputObject ?? [null])
        {
            if (item?.BaseObject is System.IO.FileInfo file)
            {
                ReadFiles([file.FullName], _pump!, record => Take(AwbValue.Of(record)));
            }
            else
            {
                Take(AwbValue.Of(item));
            }
        }
    });

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        ReadFiles(FilePaths.Resolve(this, Path, LiteralPath, CountUnreadFile), _pump!, record => Take(AwbValue.Of(record)));
        SendGathered();
        _pump!.Finish();
    });

    /// <inheritdoc />
    private protected override void StopRun() => _pump?.Stop();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (_pump is { IsFinished: false })
        {
            Settle("Not sent: the run was stopped before its turn.");
        }

        _pump?.Dispose();
        base.Dispose(disposing);
    }

    private void Take(NamedInput awb)
    {
        if (_pump!.IsOver)
        {
            return;
        }

        if (awb.Fault is { } fault)
        {
            CancelWork unreadable = new(awb.Value ?? "", awb.Source);
            unreadable.Result.Settle(Outcome.Invalid, fault.Message, ItlErrors.CancelInvalid, fault.Remedy);
            Take(unreadable, settled: true);
        }
        else
        {
            Take(_run!.Prepare(awb.Value, awb.Source, out bool settled), settled);
        }
    }

    private void Take(CancelWork work, bool settled)
    {
        if (settled && _gathered.Count == 0)
        {
            _run!.Run.PostSettled(work.Result);
        }
        else if (IsAsked || _gathered.Count > 0)
        {
            _gathered.Add(work);
            if (_gathered.Count >= BatchSize)
            {
                SendGathered();
            }
        }
        else
        {
            _run!.Run.Post(work);
        }

        _pump!.MakeRoom();
    }

    /// <summary>Whether somebody is asked, or told what would happen: a whole batch is gathered for that first.</summary>
    private bool IsAsked => Asks(ConfirmImpact.High);

    private void SendGathered()
    {
        CancelWork[] meant = _gathered.Where(work => work.Result.Message.Length == 0).ToArray();
        string? veto = meant.Length == 0 || Agreed(meant) ? null : IsWhatIf ? "What if: the AWB would be cancelled." : "Not sent: declined.";
        foreach (CancelWork work in _gathered)
        {
            if (work.Result.Message.Length > 0)
            {
                _run!.Run.PostSettled(work.Result);
            }
            else if (veto is null)
            {
                _run!.Run.Post(work);
            }
            else
            {
                work.Result.Settle(Outcome.NotSent, veto);
                _run!.Run.PostSettled(work.Result);
            }
        }

        _gathered.Clear();
        _pump!.MakeRoom();
    }

    private bool Agreed(CancelWork[] works)
    {
        string target = Confirmation.Names(works.Select(work => work.Result.AwbNumber).ToArray(), works.Length == 1 ? "AWB" : "AWBs");
        try
        {
            return Agreed(target, $"Cancel at ITL {Target}");
        }
        catch (ServiceConfigurationException)
        {
            Settle("Not sent: this session cannot ask whether to cancel it.");
            throw;
        }
    }

    private void Settle(string reason)
    {
        foreach (CancelWork work in _gathered)
        {
            if (work.Result.Message.Length == 0)
            {
                work.Result.Settle(Outcome.NotSent, reason);
            }

            _run!.Run.PostSettled(work.Result);
        }

        _gathered.Clear();
    }
}
