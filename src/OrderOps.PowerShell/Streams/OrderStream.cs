using System;
using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Streams;

/// <summary>Orders on their way from whatever a command is given, by its run, into the pipeline.</summary>
/// <typeparam name="TOrder">The order.</typeparam>
internal sealed class OrderStream<TOrder> : IDisposable
    where TOrder : class
{
    private readonly IRunPump _pump;
    private readonly Action<GroupedOrder<TOrder>, Func<string, string?>> _admit;
    private readonly Func<string, bool>? _agreed;
    private readonly string _whatIf;
    private ServiceConfigurationException? _cannotAsk;

    /// <summary>Makes one.</summary>
    /// <param name="pump">Gives results out.</param>
    /// <param name="admit">Puts an order into the run, unless the veto, which is told its key, gives a reason not to.</param>
    /// <param name="agreed">Asks whether an order may go; nothing where nobody is asked.</param>
    /// <param name="isWhatIf">Whether nothing is to be sent.</param>
    /// <param name="one">What people call one of them.</param>
    public OrderStream(IRunPump pump, Action<GroupedOrder<TOrder>, Func<string, string?>> admit, Func<string, bool>? agreed, bool isWhatIf, string one = "order")
    {
        _pump = pump;
        _admit = admit;
        _agreed = agreed;
        _whatIf = isWhatIf ? $"What if: the {one} would be sent." : "Not sent: declined.";
    }

    /// <summary>Where orders come from; set before the first of them.</summary>
    public OrderIntake<TOrder>? Intake { get; set; }

    /// <summary>Takes items of the pipeline.</summary>
    public void Take(IEnumerable<PSObject?>? items) => Intake!.TakeItems(items);

    /// <summary>Takes files, and ends the run.</summary>
    public void Finish(IReadOnlyList<string> paths, IReadOnlyList<string> literalPaths, RunSummary summary)
    {
        Intake!.TakeFiles(paths, literalPaths);
        Intake.Complete();
        summary.BlankRows = Intake.BlankRows;
        _pump.Finish();
    }

    /// <summary>Takes one order; says whether more are wanted.</summary>
    public bool Take(GroupedOrder<TOrder> grouped)
    {
        if (_pump.IsOver)
        {
            return false;
        }

        _admit(grouped, Veto);
        if (_cannotAsk is not null)
        {
            throw _cannotAsk;
        }

        _pump.MakeRoom();
        return !_pump.IsOver;
    }

    /// <summary>Stops the run from any thread.</summary>
    public void Stop() => _pump.Stop();

    /// <summary>Settles whatever is left of a run that did not finish.</summary>
    public void Dispose()
    {
        if (!_pump.IsFinished)
        {
            foreach (GroupedOrder<TOrder> pending in Intake?.Pending() ?? [])
            {
                _admit(pending, static _ => "Not sent: the run was stopped before its turn.");
            }
        }

        _pump.Dispose();
    }

    private string? Veto(string key)
    {
        try
        {
            return _agreed is null || _agreed(key) ? null : _whatIf;
        }
        catch (ServiceConfigurationException failure)
        {
            // Thrown once the order has its outcome.
            _cannotAsk = failure;
            return "Not sent: this session cannot ask whether to send it.";
        }
    }
}
