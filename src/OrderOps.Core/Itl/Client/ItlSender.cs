using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>What both of ITL's operations do with a batch: send it, judge the reply, halve it where that says too little.</summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
internal abstract class ItlSender<TWork> : IBatchSender<TWork>
    where TWork : class, ISendWork
{
    private readonly ServiceTransport _transport;
    private readonly Halving<TWork> _halving;
    private RunControl? _control;

    private protected ItlSender(ItlConnection connection, ServiceTransport transport)
    {
        Connection = connection;
        _transport = transport;
        _halving = new Halving<TWork>(
            AttemptAsync,
            Reject,
            () => _transport.OpenBreaker("two batches in a row were refused in all their parts, so it is not the orders"));
    }

    /// <inheritdoc />
    public ServiceConfigurationException? Fatal { get; private set; }

    /// <inheritdoc />
    public long RequestCount => _transport.RequestCount;

    /// <summary>Where and as whom.</summary>
    protected ItlConnection Connection { get; }

    /// <inheritdoc />
    public Task SendAsync(Batch<TWork> batch, RunControl control)
    {
        _control = control;
        return _halving.SendAsync(batch.Items);
    }

    /// <summary>Words of the service without the connection's secrets, should it echo them.</summary>
    private protected string Redact(string words) => _transport.Redact(words);

    /// <summary>Makes the request for these items.</summary>
    private protected abstract ServiceRequest Request(IReadOnlyList<TWork> items);

    /// <summary>Settles the items by the entries of a reply; what is there already may have come with this very run.</summary>
    private protected abstract void SettleByEntries(IReadOnlyList<TWork> items, ItlReply reply, bool sentBefore);

    /// <summary>Settles one item as refused, or as what the refusal's words make of it.</summary>
    private protected abstract void SettleRefused(OrderResult result, string words);

    /// <summary>The id and remedy that go with an outcome that all items of a request share.</summary>
    private protected abstract (string? ErrorId, string? Remedy) FailureOf(Outcome outcome);

    private async Task<WholeRefusal?> AttemptAsync(IReadOnlyList<TWork> items, bool isPart)
    {
        ServiceRequest request = Request(items);
        request.Headers.Add(new("Cache-Control", "no-cache"));
        ServiceReply reply = await _transport.SendAsync(request, items, _control!).ConfigureAwait(false);
        foreach (TWork item in items)
        {
            item.Result.Attempts += reply.Attempts;
            item.Result.StatusCode = reply.StatusCode;
        }

        ItlVerdict verdict = ItlVerdict.Of(reply, Connection, request.RelativeAddress, _transport.Redact);
        switch (verdict.Kind)
        {
            case ItlVerdictKind.Entries:
                SettleByEntries(items, verdict.Reply!, isPart || reply.EarlierAttemptMayHaveArrived);
                return null;
            case ItlVerdictKind.RefusedWhole when isPart && items.Count == 1 && RemarkWording.SaysDuplicate(verdict.Message):
                // The whole batch was refused just before: what is there now came with a part of this very run.
                items[0].Result.Settle(Outcome.Accepted, verdict.Message);
                return null;
            case ItlVerdictKind.RefusedWhole:
                return new WholeRefusal(verdict.Message, reply.StatusCode);
            case ItlVerdictKind.Fatal:
                Fatal ??= verdict.Fatal;
                break;
        }

        (string? errorId, string? remedy) = FailureOf(verdict.Outcome);
        foreach (TWork item in items)
        {
            item.Result.Settle(verdict.Outcome, verdict.Message, errorId, remedy);
        }

        return null;
    }

    private void Reject(TWork item, WholeRefusal refusal)
    {
        string words = refusal.Message.Length > 0 ? refusal.Message : "ITL refused it without a reason.";
        SettleRefused(
            item.Result,
            refusal.Alone ? words : $"{words} (Refused with its whole batch and not tried alone, because halving had been stopped.)");
        item.Result.StatusCode = refusal.StatusCode;
    }
}
