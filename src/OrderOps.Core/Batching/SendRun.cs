using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>
/// One run of one command: takes inputs in their order, sends them in batches, gives back one result an input in the
/// same order, and keeps the count, however it ends.
/// </summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
internal sealed class SendRun<TWork> : IDisposable
    where TWork : class, ISendWork
{
    private readonly IBatchSender<TWork> _sender;
    private readonly OrderedBatcher<TWork, OrderResult> _batcher;
    private readonly TimeProvider _time;
    private readonly JournaledRun? _journal;
    private Exception? _fault;
    private bool _ended;

    /// <summary>Makes one.</summary>
    /// <param name="summary">Where it is counted.</param>
    /// <param name="options">Sizes and times.</param>
    /// <param name="sender">How the service takes a batch.</param>
    /// <param name="stopGrace">How long requests in flight may take once stopped.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">Where it is written down; nothing for nowhere.</param>
    public SendRun(RunSummary summary, BatchOptions options, IBatchSender<TWork> sender, TimeSpan stopGrace, TimeProvider time, JournaledRun? journal = null)
    {
        _journal = journal;
        _sender = sender;
        _time = time;
        Summary = summary;
        Control = new RunControl(time, stopGrace, journal);
        _batcher = new OrderedBatcher<TWork, OrderResult>(options, time, SendAsync, journal is null ? null : ClaimAsync, journal is null ? null : SettleAsync);
        summary.Started = summary.Started == default ? time.GetLocalNow() : summary.Started;
    }

    /// <summary>The counts of the run.</summary>
    public RunSummary Summary { get; }

    /// <summary>How it is stopped.</summary>
    public RunControl Control { get; }

    /// <summary>What ends the whole run, once a reply has shown that no order can succeed.</summary>
    public ServiceConfigurationException? Fatal => _sender.Fatal;

    /// <summary>A defect, or a journal that can't be written (<see cref="OrderOps.Journal.StoreException"/>), that ended the run, once its results are out.</summary>
    public Exception? Fault => _fault ?? _journal?.Failure;

    /// <summary>Whether everything that came in has gone out.</summary>
    public bool IsEmpty => _batcher.IsEmpty;

    /// <summary>Whether another input can be taken without holding more than the bound.</summary>
    public bool HasRoom => _batcher.HasRoom;

    /// <summary>Takes what the user should be warned of and no result says: at the beginning, and once the run has ended.</summary>
    public bool TryTakeWarning(out string warning)
    {
        warning = "";
        return _journal?.TryTakeWarning(out warning) == true;
    }

    /// <summary>Settles an input that the journal knows to need no request.</summary>
    /// <param name="work">The input.</param>
    /// <returns>Whether its result is settled.</returns>
    public bool SettleKnown(TWork work) => _journal?.SettleKnown(work) == true;

    /// <summary>Takes an input that is to be sent.</summary>
    /// <param name="work">The input.</param>
    public void Post(TWork work)
    {
        Register(work.Result);
        _batcher.Add(work);
    }

    /// <summary>Takes an input that needs no request.</summary>
    /// <param name="result">What became of it.</param>
    public void PostSettled(OrderResult result)
    {
        Register(result);
        _batcher.AddSettled(result);
    }

    /// <summary>Gives the next results, a whole batch at a time, and counts them.</summary>
    /// <param name="results">The results.</param>
    /// <returns>Whether there were any.</returns>
    public bool TryTake(out IReadOnlyList<OrderResult> results)
    {
        bool taken = _batcher.TryTake(out results);
        for (int i = 0; i < results.Count; i++)
        {
            Summary.Count(OutcomeName.Of(results[i].Outcome));
        }

        return taken;
    }

    /// <summary>Sends what has been gathered; nothing is taken after it.</summary>
    public void Complete() => _batcher.Complete();

    /// <summary>Waits until results may be ready or the run was stopped.</summary>
    /// <returns>A task that ends then.</returns>
    public async Task WaitForProgressAsync()
    {
        try
        {
            await _batcher.WaitForProgressAsync(Control.StopToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped: whoever waits looks at the control next.
        }
    }

    /// <summary>
    /// Stops the run and settles what is left: in flight becomes its answer or Unknown within the grace, the rest NotSent.
    /// </summary>
    /// <returns>The results that were not given out before, in order.</returns>
    public async Task<IReadOnlyList<OrderResult>> StopAsync()
    {
        Control.Stop();
        _batcher.Stop();
        List<OrderResult> left = new();
        while (!_batcher.IsEmpty)
        {
            if (TryTake(out IReadOnlyList<OrderResult> results))
            {
                left.AddRange(results);
            }
            else
            {
                await _batcher.WaitForProgressAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        return left;
    }

    /// <summary>Writes down how the run ended; the first word counts.</summary>
    /// <param name="endedBy"><c>Completed</c>, <c>Stopped</c> or <c>Failed</c>.</param>
    /// <param name="failure">Why it failed, if it did.</param>
    public void End(string endedBy, Exception? failure = null)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        Summary.Requests = _sender.RequestCount;
        if (!Summary.ConfigurationFailed)
        {
            Summary.Ended = _time.GetLocalNow();
            Summary.EndedBy = endedBy;
            Summary.Failure = failure?.Message;
            Summary.ConfigurationFailed = failure is ServiceConfigurationException;
        }

        _journal?.End(Summary);
        if (failure is null && _journal?.Failure is { } notWritten)
        {
            Summary.EndedBy = "Failed";
            Summary.Failure = notWritten.Message;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _batcher.Dispose();
        _journal?.Dispose();
        Control.Dispose();
    }

    private void Register(OrderResult result)
    {
        result.InputIndex = Summary.In++;
        result.RunId = Summary.RunId;
    }

    private Task ClaimAsync(Batch<TWork> batch) => NotSentBecause() is null ? _journal!.ClaimAsync(batch) : Task.CompletedTask;

    private async Task<IReadOnlyList<OrderResult>> SendAsync(Batch<TWork> batch)
    {
        OrderResult[] results = batch.Items.Select(work => work.Result).ToArray();
        if (NotSentBecause() is { } reason)
        {
            foreach (OrderResult result in results.Where(IsOpen))
            {
                result.Settle(Outcome.NotSent, reason);
            }

            return results;
        }

        await SendAsync(batch.Number, _journal is null ? batch.Items : batch.Claimed).ConfigureAwait(false);
        return results;
    }

    private async Task SendAsync(int number, IReadOnlyList<TWork> items)
    {
        foreach (TWork work in items)
        {
            work.Result.Batch = number;
        }

        long start = _time.GetTimestamp();
        try
        {
            if (items.Count > 0)
            {
                await _sender.SendAsync(new Batch<TWork>(number, items), Control).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // A defect of ours must cost no order its result: it ends the run once they are out.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault ??= fault;
            SettleAfter(fault, items);
        }

        double elapsed = Math.Round(_time.GetElapsedTime(start).TotalSeconds, 3);
        foreach (TWork work in items)
        {
            work.Result.Elapsed = elapsed;
        }
    }

    private Task SettleAsync(Batch<TWork> batch) =>
        batch.Claimed.Count == 0 ? Task.CompletedTask : _journal!.SettleAsync(batch.Claimed, batch.IsFollowed);

    private static void SettleAfter(Exception fault, IReadOnlyList<TWork> items)
    {
        foreach (OrderResult result in items.Select(work => work.Result).Where(IsOpen))
        {
            result.Settle(
                Outcome.Unknown,
                $"The run failed while this order was under way: {fault.Message}",
                "OrderOutcomeUnknown",
                "Look for the order at the service before sending it again.");
        }
    }

    private static bool IsOpen(OrderResult result) => result.Outcome == nameof(Outcome.NotSent) && result.Message.Length == 0;

    private string? NotSentBecause() =>
        Fault is { } fault ? $"Not sent: the run failed before its turn. {fault.Message}"
        : Control.IsStopped ? "Not sent: the run was stopped before its turn."
        : _sender.Fatal is { } fatal ? string.Format(CultureInfo.InvariantCulture, "Not sent: the run had ended before its turn. {0}", fatal.Message)
        : null;
}
