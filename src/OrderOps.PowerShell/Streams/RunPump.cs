using System;
using System.Collections.Generic;
using OrderOps.Batching;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>
/// Moves results of a run into the pipeline, on the pipeline's thread: a batch's results first, its errors after, what
/// ends the run last of all.
/// </summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
internal sealed class RunPump<TWork> : IRunPump
    where TWork : class, ISendWork
{
    private readonly SendRun<TWork> _run;
    private readonly IPipelineOutput _output;
    private readonly RunProgress _progress;
    private readonly bool _notSentIsMeant;
    private readonly IFailedOrders? _failed;
    private readonly Action? _hurry;
    private bool _saidNotSent;
    private bool _finished;

    /// <summary>Makes one.</summary>
    /// <param name="run">The run.</param>
    /// <param name="output">The pipeline.</param>
    /// <param name="progress">Shows how far it is.</param>
    /// <param name="notSentIsMeant">Whether the user asked for nothing to be sent, so that it is no error.</param>
    /// <param name="failed">Where inputs that failed are kept; nothing for nowhere.</param>
    /// <param name="hurry">Told when nobody wants the rest any more, before it is settled.</param>
    public RunPump(SendRun<TWork> run, IPipelineOutput output, RunProgress progress, bool notSentIsMeant, IFailedOrders? failed = null, Action? hurry = null)
    {
        _hurry = hurry;
        _failed = failed;
        _run = run;
        _output = output;
        _progress = progress;
        _notSentIsMeant = notSentIsMeant;
    }

    /// <summary>Whether the run was ended here, and not by a stop.</summary>
    public bool IsFinished => _finished;

    /// <summary>Whether the run takes no more inputs.</summary>
    public bool IsOver => _finished || _run.Control.IsStopped;

    /// <summary>Emits what is ready, then waits until there is room for another input.</summary>
    public void MakeRoom()
    {
        EmitReady();
        while (!_run.HasRoom && !IsOver)
        {
            Wait();
            EmitReady();
        }
    }

    /// <summary>Sends what has been gathered, emits all that is left, and ends the run.</summary>
    public void Finish()
    {
        if (IsOver)
        {
            return;
        }

        _run.Complete();
        while (!_run.IsEmpty && !_run.Control.IsStopped)
        {
            Wait();
            EmitReady();
        }

        if (_run.Control.IsStopped)
        {
            return;
        }

        _finished = true;
        _progress.Complete(_output);
        Exception? failure = EndRun();
        _output.WriteVerbose(RunWords.Of(_run.Summary));
        if (failure is not null)
        {
            throw _output.Terminate(failure);
        }
    }

    /// <summary>Stops the run from any thread.</summary>
    public void Stop() => _run.Control.Stop();

    /// <summary>Settles whatever is left of a run that did not finish.</summary>
    public void Dispose()
    {
        if (!_finished)
        {
            _finished = true;
            _hurry?.Invoke();
#pragma warning disable CA1849 // Dispose is all that PowerShell runs after a stop, and it does not wait for tasks.
            IReadOnlyList<OrderResult> left = _run.StopAsync().GetAwaiter().GetResult();
#pragma warning restore CA1849
            _failed?.Keep(left);
            _failed?.Close(completed: false);
            _run.End("Stopped");
            Left = left;
        }

        _run.Dispose();
    }

    /// <summary>The results that a stopped run could not give out any more.</summary>
    public IReadOnlyList<OrderResult> Left { get; private set; } = Array.Empty<OrderResult>();

    private void Wait() => _progress.Wait(_run.WaitForProgressAsync(), _output, _run.Summary);

    private void EmitReady()
    {
        SayWarnings();
        while (!IsOver && TryTake(out IReadOnlyList<OrderResult> results))
        {
            Emit(results);
        }

        _progress.Show(_output, _run.Summary);
        if (!IsOver && Failure is not null)
        {
            EndEarly();
        }
    }

    private bool TryTake(out IReadOnlyList<OrderResult> results)
    {
        if (!_run.TryTake(out results))
        {
            return false;
        }

        _failed?.Keep(results);
        return true;
    }

    private void SayWarnings()
    {
        while (_run.TryTakeWarning(out string warning))
        {
            _output.WriteWarning(warning);
        }
    }

    private void Emit(IReadOnlyList<OrderResult> results)
    {
        foreach (OrderResult result in results)
        {
            _output.Write(result);
        }

        foreach (OrderResult result in results)
        {
            if (result.Warning is not null)
            {
                _output.WriteWarning(result.Warning);
            }

            if (result.ErrorId is not null)
            {
                _output.WriteFailure(result);
            }
            else if (result.Outcome == nameof(Outcome.NotSent) && !_notSentIsMeant && !_saidNotSent && Failure is null)
            {
                _saidNotSent = true;
                _output.WriteNotSent(result);
            }
        }
    }

    private void EndEarly()
    {
        _run.Complete();
        while (!_run.IsEmpty && !_run.Control.IsStopped)
        {
            while (TryTake(out IReadOnlyList<OrderResult> results))
            {
                Emit(results);
            }

            if (!_run.IsEmpty)
            {
                Wait();
            }
        }

        if (_run.Control.IsStopped)
        {
            return;
        }

        _finished = true;
        _progress.Complete(_output);
        throw _output.Terminate(EndRun()!);
    }

    /// <summary>What ends the run before its time: its configuration, its journal, its failed-file, or a defect.</summary>
    private Exception? Failure => _run.Fatal ?? _run.Fault ?? _failed?.Failure;

    private Exception? EndRun()
    {
        IReadOnlyList<string> remarks = _failed?.Close(completed: Failure is null) ?? [];
        _run.End(Failure is null ? "Completed" : "Failed", Failure);
        SayWarnings();
        foreach (string remark in remarks)
        {
            _output.WriteVerbose(remark);
        }

        return Failure;
    }
}
