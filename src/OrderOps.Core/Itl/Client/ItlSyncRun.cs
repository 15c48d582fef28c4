using System;
using System.Collections.Generic;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>One run of a sync: orders go in one by one, results come out in the same order.</summary>
internal sealed class ItlSyncRun : IDisposable
{
    private readonly OrderRules _rules;
    private readonly SeenTable _seen = new();

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="summary">Where it is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">Where it is written down; nothing for nowhere.</param>
    /// <exception cref="StoreException">The run could not be written to the journal.</exception>
    public ItlSyncRun(ItlConnection connection, ServiceTransport transport, SyncOptions options, RunSummary summary, TimeProvider time, RunJournal? journal = null)
    {
        options.Validate();
        _rules = new OrderRules(options.Rules);
        summary.Service = ItlErrors.Service;
        summary.BaseAddress = connection.BaseAddress.ToString();
        BatchOptions batches = new() { BatchSize = options.BatchSize, ThrottleLimit = options.ThrottleLimit, BatchWait = options.BatchWait };
        SyncSender sender = new(connection, transport, options.AdditionalData);
        Run = new SendRun<SyncWork>(summary, batches, sender, connection.Transport.StopGrace, time, JournaledRun.Begin(journal, summary, connection.Secrets, time));
    }

    /// <summary>The run beneath: results, counts, stopping.</summary>
    public SendRun<SyncWork> Run { get; }

    /// <summary>Takes one order: checks it, and sends it unless a rule, an earlier one of this run, or the veto says no.</summary>
    /// <param name="order">The order.</param>
    /// <param name="earlier">What was found when it was read.</param>
    /// <param name="source">The input as it came.</param>
    /// <param name="veto">Says why an order that could be sent is not to be; nothing sends it.</param>
    /// <returns>The order, checked.</returns>
    public CheckedOrder Admit(Order order, IReadOnlyList<Finding>? earlier, object? source, Func<CheckedOrder, string?>? veto = null)
    {
        CheckedOrder checkedOrder = _rules.Check(order, earlier);
        SyncWork work = new(checkedOrder, source);
        if (!checkedOrder.IsValid)
        {
            work.Result.Settle(Outcome.Invalid, OrderFindings.Refusal(checkedOrder.Findings), ItlErrors.Invalid, OrderFindings.Remedy(checkedOrder.Findings));
        }
        else if (SeenBefore(checkedOrder) is { } sameContent)
        {
            SettleRepeat(work.Result, sameContent);
        }
        else if (Run.SettleKnown(work))
        {
            // Before the veto: nobody is asked about what is not going to be sent.
        }
        else if (veto?.Invoke(checkedOrder) is { } reason)
        {
            work.Result.Settle(Outcome.NotSent, reason);
        }
        else
        {
            Run.Post(work);
            return checkedOrder;
        }

        Run.PostSettled(work.Result);
        return checkedOrder;
    }

    /// <inheritdoc />
    public void Dispose() => Run.Dispose();

    private static void SettleRepeat(ItlOrderResult result, bool sameContent)
    {
        if (sameContent)
        {
            result.Settle(Outcome.Skipped, $"Order {result.Key} came earlier in this run with the same content and is sent once.");
        }
        else
        {
            result.Settle(
                Outcome.Invalid,
                $"Order {result.Key} came earlier in this run with other content.",
                ItlErrors.Invalid,
                "If these are rows of one order that do not stand together, group with ConvertTo-ItlOrder -Unsorted; else give it a number of its own.");
        }
    }

    private bool? SeenBefore(CheckedOrder order)
    {
        // Not the readable key: order A/1 is not order A with sub-order 1.
        ulong key = KeyHash.Of($"{order.OrderNumber}\u001F{order.SubOrder}");
        ulong content = ContentMark.Of(order.Order);
        return _seen.TryAdd(key, content, out ulong earlier) ? null : content == earlier;
    }
}
