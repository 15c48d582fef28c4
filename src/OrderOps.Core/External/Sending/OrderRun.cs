using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>One run of setting orders: orders go in one by one, results come out in the same order.</summary>
internal sealed class OrderRun : IDisposable
{
    private readonly Dictionary<ulong, ulong> _seen = new();
    private readonly StatusSpelling _spelling;

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="summary">Where it is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">Where it is written down; nothing for nowhere.</param>
    /// <exception cref="StoreException">The run could not be written to the journal.</exception>
    public OrderRun(ExternalConnection connection, ServiceTransport transport, SetOptions options, RunSummary summary, TimeProvider time, RunJournal? journal = null)
    {
        options.Validate();
        _spelling = connection.Endpoints[ExternalEndpoints.OrderSet].StatusSpelling;
        summary.Service = ExternalErrors.Service;
        summary.BaseAddress = connection.BaseAddress.ToString();
        BatchOptions batches = new() { BatchSize = options.BatchSize, ThrottleLimit = options.ThrottleLimit, BatchWait = options.BatchWait };
        Run = new SendRun<OrderWork>(summary, batches, new OrderSender(connection, transport), connection.Transport.StopGrace, time, JournaledRun.Begin(journal, summary, connection.Secrets, time));
    }

    /// <summary>The run beneath: results, counts, stopping.</summary>
    public SendRun<OrderWork> Run { get; }

    /// <summary>Takes one order: checks it, and sends it unless a rule, an earlier one of this run, or the veto says no.</summary>
    /// <param name="order">The order.</param>
    /// <param name="earlier">What was found when it was read.</param>
    /// <param name="source">The input as it came.</param>
    /// <param name="veto">Says why an order that could be sent is not to be.</param>
    public void Admit(Order order, IReadOnlyList<Finding>? earlier, object? source, Func<OrderCheck, string?>? veto = null)
    {
        OrderCheck check = OrderCheck.Of(order, earlier, _spelling);
        OrderWork work = new(check, source);
        if (!check.IsValid)
        {
            Finding[] errors = check.Findings.Where(finding => finding.IsError).ToArray();
            work.Result.Settle(
                Outcome.Invalid,
                string.Join(" ", errors.Select(finding => finding.Message)),
                ExternalErrors.OrderInvalid,
                string.Join(" ", errors.Select(finding => finding.Remedy).Distinct()));
        }
        else if (SeenBefore(check) is { } sameContent)
        {
            SettleRepeat(work.Result, sameContent);
        }
        else if (Run.SettleKnown(work))
        {
            // Before the veto: nobody is asked about what is not going to be sent.
        }
        else if (veto?.Invoke(check) is { } reason)
        {
            work.Result.Settle(Outcome.NotSent, reason);
        }
        else
        {
            Run.Post(work);
            return;
        }

        Run.PostSettled(work.Result);
    }

    /// <inheritdoc />
    public void Dispose() => Run.Dispose();

    private static void SettleRepeat(ExternalOrderResult result, bool sameContent)
    {
        if (sameContent)
        {
            result.Settle(Outcome.Skipped, $"Order {result.Key} came earlier in this run with the same content and is sent once.");
        }
        else
        {
            result.Settle(
                Outcome.Invalid,
                $"Order {result.Key} came earlier in this run with other content, and which of them would arrive last is left to chance.",
                ExternalErrors.OrderInvalid,
                "Leave one of them out, or send the later one in a run of its own.");
        }
    }

    private bool? SeenBefore(OrderCheck order)
    {
        ulong key = KeyHash.Of($"{(order.IsCreate ? "rrn" : "id")}\u001F{order.Key}");
        ulong content = KeyHash.Of(order.Json);
        if (_seen.TryGetValue(key, out ulong earlier))
        {
            return earlier == content;
        }

        _seen.Add(key, content);
        return null;
    }
}
