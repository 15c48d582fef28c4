using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Outcomes;
using OrderOps.Transport;
using OrderOps.Wire;

namespace OrderOps.External;

/// <summary>
/// Sends orders to be created or updated. An update may be repeated; a create is never, once a byte of it was sent, so the
/// two never travel in one request.
/// </summary>
internal sealed class OrderSender : IBatchSender<OrderWork>
{
    private const string LookFirst = "Look for the order at the service (Get-ExternalOrder -Search with its rrn) before it is sent again.";
    private const string SendAgain = "Send it again: an update that arrives twice does no harm.";
    private const string Mend = "Mend the order as the message says and send it again.";

    private readonly ExternalConnection _connection;
    private readonly ServiceTransport _transport;
    private readonly Halving<OrderWork> _halving;
    private RunControl? _control;

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    public OrderSender(ExternalConnection connection, ServiceTransport transport)
    {
        _connection = connection;
        _transport = transport;
        _halving = new Halving<OrderWork>(
            AttemptAsync,
            Reject,
            () => _transport.OpenBreaker("two batches in a row were refused in all their parts, so it is not the orders"));
    }

    /// <inheritdoc />
    public ServiceConfigurationException? Fatal { get; private set; }

    /// <inheritdoc />
    public long RequestCount => _transport.RequestCount;

    /// <inheritdoc />
    public async Task SendAsync(Batch<OrderWork> batch, RunControl control)
    {
        _control = control;
        foreach (IGrouping<bool, OrderWork> alike in batch.Items.GroupBy(work => work.Order.IsCreate))
        {
            await _halving.SendAsync(alike.ToArray()).ConfigureAwait(false);
        }
    }

    private async Task<WholeRefusal?> AttemptAsync(IReadOnlyList<OrderWork> items, bool isPart)
    {
        bool creates = items[0].Order.IsCreate;
        OrderCheck[] orders = items.Select(work => work.Order).ToArray();
        ExternalCall call = new(_connection, ExternalEndpoints.OrderSet);
        ServiceRequest request = call.Request(creates ? RepeatPolicy.Once : RepeatPolicy.Idempotent, $"{(creates ? "create" : "update")} of {items.Count}", Body(orders));
        request.Judge = reply => SetReply.Read(reply, orders).Any(entry => entry.Outcome == Outcome.Unknown) && !ErrorBody.IsHtml(reply) ? ReplyVerdict.Unreadable : ReplyVerdict.Final;
        ServiceReply reply = await _transport.SendAsync(request, items, _control!).ConfigureAwait(false);
        foreach (OrderWork item in items)
        {
            item.Result.Attempts += reply.Attempts;
            item.Result.StatusCode = reply.StatusCode;
        }

        if (reply.End != ExchangeEnd.Replied)
        {
            SettleAll(items, OutcomeOf(reply.End), reply.Message);
            return null;
        }

        if (ExternalFailures.Of(reply, call, _transport.Redact, missingIsAnswer: !creates) is { } fatal)
        {
            Fatal ??= fatal;
            bool wentThrough = reply.StatusCode is >= 200 and < 300;
            SettleAll(items, wentThrough ? Outcome.Unknown : Outcome.NotSent, wentThrough ? $"It is not known whether the order was taken. {fatal.Message}" : $"Not taken: {fatal.Message}");
            return null;
        }

        if (reply.StatusCode is < 200 or >= 300)
        {
            return await RefusedAsync(items, reply, isPart || reply.EarlierAttemptMayHaveArrived).ConfigureAwait(false);
        }

        SettleEach(items, SetReply.Read(reply, orders));
        return null;
    }

    /// <summary>Settles the orders that a refusal names and sends the rest again; one that names none is for the halving.</summary>
    private async Task<WholeRefusal?> RefusedAsync(IReadOnlyList<OrderWork> items, ServiceReply reply, bool sentBefore)
    {
        ErrorBody said = ErrorBody.Read(reply, _transport.Redact);
        Dictionary<OrderWork, string> named = RefusalJoin.Join(items, said);
        if (named.Count == 0)
        {
            string words = said.Message.Length > 0 ? said.Message : FormattableString.Invariant($"ECOM.md refused it without a reason (HTTP {reply.StatusCode}).");
            if (items.Count > 1 || !SettleDuplicate(items[0], words, sentBefore))
            {
                return new WholeRefusal(words, reply.StatusCode);
            }

            return null;
        }

        foreach (KeyValuePair<OrderWork, string> bad in named)
        {
            if (!SettleDuplicate(bad.Key, bad.Value, sentBefore))
            {
                bad.Key.Result.Settle(Outcome.Rejected, bad.Value, ExternalErrors.OrderRejected, Mend);
            }
        }

        OrderWork[] rest = items.Where(item => !named.ContainsKey(item)).ToArray();
        if (rest.Length > 0)
        {
            // The whole was refused for the sake of those named; what is left is a batch of its own.
            await _halving.SendAsync(rest).ConfigureAwait(false);
        }

        return null;
    }

    private void SettleEach(IReadOnlyList<OrderWork> items, SetEntry[] entries)
    {
        for (int i = 0; i < items.Count; i++)
        {
            ExternalOrderResult result = items[i].Result;
            SetEntry entry = entries[i];
            result.Reference = entry.Reference;
            Settle(items[i], entry.Outcome, _transport.Redact(entry.Message));
        }
    }

    private static void SettleAll(IReadOnlyList<OrderWork> items, Outcome outcome, string message)
    {
        foreach (OrderWork item in items)
        {
            Settle(item, outcome, message);
        }
    }

    private static void Settle(OrderWork item, Outcome outcome, string message)
    {
        switch (outcome)
        {
            case Outcome.Unknown:
                item.Result.Settle(outcome, message, ExternalErrors.OrderUnknown, item.Order.IsCreate ? LookFirst : SendAgain);
                break;
            case Outcome.Rejected:
                item.Result.Settle(outcome, message, ExternalErrors.OrderRejected, item.Result.StatusCode is 429 or 503 ? "Wait until the service has recovered and send it again." : Mend);
                break;
            default:
                item.Result.Settle(outcome, message);
                break;
        }
    }

    private static bool SettleDuplicate(OrderWork item, string words, bool sentBefore)
    {
        if (!item.Order.IsCreate || !RefusalJoin.SaysDuplicate(words))
        {
            return false;
        }

        // What is there already after a part of this very run was sent came with it.
        item.Result.Settle(sentBefore ? Outcome.Accepted : Outcome.Duplicate, words);
        return true;
    }

    private static void Reject(OrderWork item, WholeRefusal refusal)
    {
        string words = refusal.Alone ? refusal.Message : $"{refusal.Message} (Refused with its whole batch and not tried alone, because halving had been stopped.)";
        item.Result.Settle(Outcome.Rejected, words, ExternalErrors.OrderRejected, Mend);
        item.Result.StatusCode = refusal.StatusCode;
    }

    private static Outcome OutcomeOf(ExchangeEnd end) => end switch
    {
        ExchangeEnd.MayHaveArrived => Outcome.Unknown,
        ExchangeEnd.Throttled => Outcome.Rejected,
        _ => Outcome.NotSent,
    };

    private static byte[] Body(OrderCheck[] orders)
    {
        JsonBytes json = JsonBytes.Begin();
        for (int i = 0; i < orders.Length; i++)
        {
            json.Raw(i == 0 ? '[' : ',');
            json.Raw(orders[i].Entry);
        }

        json.Raw(']');
        return json.ToArray();
    }
}
