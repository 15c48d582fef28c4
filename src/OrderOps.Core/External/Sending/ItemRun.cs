using System;
using System.Collections.Generic;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>One run of deleting items: numbers go in one by one, results come out in the same order.</summary>
internal sealed class ItemRun : IDisposable
{
    private readonly HashSet<ulong> _seen = new();

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="throttleLimit">Requests in flight at the most.</param>
    /// <param name="summary">Where it is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">Where it is written down; nothing for nowhere.</param>
    /// <exception cref="StoreException">The run could not be written to the journal.</exception>
    public ItemRun(ExternalConnection connection, ServiceTransport transport, int throttleLimit, RunSummary summary, TimeProvider time, RunJournal? journal = null)
    {
        summary.Service = ExternalErrors.Service;
        summary.BaseAddress = connection.BaseAddress.ToString();
        BatchOptions batches = new() { BatchSize = 1, ThrottleLimit = throttleLimit };
        Run = new SendRun<ItemWork>(summary, batches, new ItemSender(connection, transport), connection.Transport.StopGrace, time, JournaledRun.Begin(journal, summary, connection.Secrets, time));
    }

    /// <summary>The run beneath: results, counts, stopping.</summary>
    public SendRun<ItemWork> Run { get; }

    /// <summary>Makes the work for one item; its result is settled already where it can't be or need not be sent.</summary>
    /// <param name="id">Number of the item.</param>
    /// <param name="source">The input as it came.</param>
    /// <param name="settled">Whether its result is settled already.</param>
    public ItemWork Prepare(string? id, object? source, out bool settled)
    {
        string number = id?.Trim() ?? "";
        ItemWork work = new(number, source);
        settled = true;
        if (IdRule.ProblemOf(number) is { } problem)
        {
            work.Result.Settle(Outcome.Invalid, $"The item's number '{number}' {problem}.", ExternalErrors.ItemInvalid, IdRule.Remedy);
        }
        else if (!_seen.Add(KeyHash.Of(number)))
        {
            work.Result.Settle(Outcome.Skipped, $"Item {number} came earlier in this run and is deleted once.");
        }
        else
        {
            settled = Run.SettleKnown(work);
        }

        return work;
    }

    /// <summary>Takes one item.</summary>
    /// <param name="id">Its number.</param>
    public void Admit(string id)
    {
        ItemWork work = Prepare(id, id, out bool settled);
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
