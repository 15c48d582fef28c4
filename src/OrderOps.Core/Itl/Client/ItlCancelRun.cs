using System;
using System.Collections.Generic;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Rules;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>One run of cancelling: AWBs go in one by one, results come out in the same order.</summary>
internal sealed class ItlCancelRun : IDisposable
{
    private readonly HashSet<ulong> _seen = new();

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="summary">Where it is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">Where it is written down; nothing for nowhere.</param>
    /// <exception cref="StoreException">The run could not be written to the journal.</exception>
    public ItlCancelRun(ItlConnection connection, ServiceTransport transport, CancelOptions options, RunSummary summary, TimeProvider time, RunJournal? journal = null)
    {
        options.Validate();
        summary.Service = ItlErrors.Service;
        summary.BaseAddress = connection.BaseAddress.ToString();
        BatchOptions batches = new() { BatchSize = options.BatchSize, ThrottleLimit = options.ThrottleLimit, BatchWait = options.BatchWait };
        Run = new SendRun<CancelWork>(summary, batches, new CancelSender(connection, transport), connection.Transport.StopGrace, time, JournaledRun.Begin(journal, summary, connection.Secrets, time));
    }

    /// <summary>The run beneath: results, counts, stopping.</summary>
    public SendRun<CancelWork> Run { get; }

    /// <summary>Makes the work for one AWB; its result is settled already where it can't be or need not be sent.</summary>
    /// <param name="awbNumber">The number as it came.</param>
    /// <param name="source">The input as it came.</param>
    /// <param name="settled">Whether its result is settled already.</param>
    /// <returns>The work.</returns>
    public CancelWork Prepare(string? awbNumber, object? source, out bool settled)
    {
        RuleAnswer answer = AwbRule.Apply(awbNumber);
        string number = answer.Refused ? awbNumber ?? "" : answer.Value;
        CancelWork work = new(number, source);
        settled = true;
        if (answer.Refused)
        {
            work.Result.Settle(Outcome.Invalid, $"AWB number '{number}' {answer.Problem}.", ItlErrors.CancelInvalid, answer.Remedy);
        }
        else if (!_seen.Add(KeyHash.Of(number)))
        {
            work.Result.Settle(Outcome.Skipped, $"AWB {number} came earlier in this run and is cancelled once.");
        }
        else
        {
            settled = Run.SettleKnown(work);
        }

        return work;
    }

    /// <summary>Takes one AWB: checks it, and sends it unless a rule or an earlier one of this run says no.</summary>
    /// <param name="awbNumber">The number as it came.</param>
    public void Admit(string awbNumber)
    {
        CancelWork work = Prepare(awbNumber, awbNumber, out bool settled);
        if (settled)
        {
            Run.PostSettled(work.Result);
        }
        else
        {
            Run.Post(work);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Run.Dispose();
}
