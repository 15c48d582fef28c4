using System;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Integration;

/// <summary>One run of an upsert: orders or products go in one by one, results come out in the same order.</summary>
internal sealed class UpsertRun : IDisposable
{
    private readonly UpsertEndpoint _endpoint;
    private readonly SeenTable _seen = new();

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="endpoint">Which of the two endpoints.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="summary">Where it is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">Where it is written down; nothing for nowhere.</param>
    /// <exception cref="StoreException">The run could not be written to the journal.</exception>
    public UpsertRun(IntegrationConnection connection, ServiceTransport transport, UpsertEndpoint endpoint, UpsertOptions options, RunSummary summary, TimeProvider time, RunJournal? journal = null)
    {
        options.Validate();
        _endpoint = endpoint;
        summary.Service = IntegrationConnection.Service.Name;
        summary.BaseAddress = connection.BaseAddress.ToString();
        BatchOptions batches = new()
        {
            BatchSize = options.OneByOne ? 1 : options.BatchSize,
            ThrottleLimit = options.ThrottleLimit,
            BatchWait = options.BatchWait,
        };
        Run = new SendRun<UpsertWork>(summary, batches, new UpsertSender(connection, transport, endpoint), connection.Transport.StopGrace, time, JournaledRun.Begin(journal, summary, connection.Secrets, time));
    }

    /// <summary>The run beneath: results, counts, stopping.</summary>
    public SendRun<UpsertWork> Run { get; }

    /// <summary>Takes one, and sends it unless a rule, an earlier one of this run, or the veto says no.</summary>
    /// <param name="entry">The order or product, checked.</param>
    /// <param name="source">The input as it came.</param>
    /// <param name="veto">Says why one of this key that could be sent is not to be; nothing sends it.</param>
    public void Admit(CheckedEntry entry, object? source, Func<string, string?>? veto = null)
    {
        UpsertWork work = new(_endpoint, entry, source);
        if (!entry.IsValid)
        {
            work.Result.Settle(Outcome.Invalid, OrderFindings.Refusal(entry.Findings), _endpoint.InvalidId, OrderFindings.Remedy(entry.Findings));
        }
        else if (SeenBefore(entry) is { } sameContent)
        {
            SettleRepeat(work.Result, sameContent);
        }
        else if (Run.SettleKnown(work))
        {
            // Before the veto: nobody is asked about what is not going to be sent.
        }
        else if (veto?.Invoke(entry.Key) is { } reason)
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

    private bool? SeenBefore(CheckedEntry entry)
    {
        ulong content = entry.ContentHash;
        return _seen.TryAdd(KeyHash.Of(entry.Key), content, out ulong earlier) ? null : content == earlier;
    }

    private void SettleRepeat(UpsertResult result, bool sameContent)
    {
        string came = $"{char.ToUpperInvariant(_endpoint.One[0])}{_endpoint.One.Substring(1)} {result.Key} came earlier in this run";
        if (sameContent)
        {
            result.Settle(Outcome.Skipped, $"{came} with the same content and is sent once.");
        }
        else
        {
            result.Settle(
                Outcome.Invalid,
                $"{came} with other content, and requests that travel side by side have no order.",
                _endpoint.InvalidId,
                "If these are rows of one order that do not stand together, sort the input by order_id; else send the later one in a run of its own.");
        }
    }
}
