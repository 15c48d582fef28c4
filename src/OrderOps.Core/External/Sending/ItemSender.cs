using System;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>Deletes items of orders, one a request. It may be repeated: what is gone can't go again.</summary>
internal sealed class ItemSender : IBatchSender<ItemWork>
{
    private readonly ExternalConnection _connection;
    private readonly ServiceTransport _transport;

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    public ItemSender(ExternalConnection connection, ServiceTransport transport)
    {
        _connection = connection;
        _transport = transport;
    }

    /// <inheritdoc />
    public ServiceConfigurationException? Fatal { get; private set; }

    /// <inheritdoc />
    public long RequestCount => _transport.RequestCount;

    /// <inheritdoc />
    public async Task SendAsync(Batch<ItemWork> batch, RunControl control)
    {
        foreach (ItemWork item in batch.Items)
        {
            ExternalCall call = new(_connection, ExternalEndpoints.OrderItem, item.Result.ItemId);
            ServiceRequest request = call.Request(RepeatPolicy.Idempotent, $"delete of item {item.Result.ItemId}");
            ServiceReply reply = await _transport.SendAsync(request, [item], control).ConfigureAwait(false);
            item.Result.Attempts += reply.Attempts;
            item.Result.StatusCode = reply.StatusCode;
            Settle(item.Result, reply, call);
        }
    }

    private void Settle(ExternalItemResult result, ServiceReply reply, ExternalCall call)
    {
        switch (reply.End)
        {
            case ExchangeEnd.Replied:
                SettleByReply(result, reply, call);
                break;
            case ExchangeEnd.MayHaveArrived:
                result.Settle(Outcome.Unknown, reply.Message, ExternalErrors.ItemUnknown, "Run it again: deleting an item that is gone does no harm.");
                break;
            case ExchangeEnd.Throttled:
                result.Settle(Outcome.Rejected, reply.Message, ExternalErrors.ItemRejected, "Wait until the service has recovered and run it again.");
                break;
            default:
                result.Settle(Outcome.NotSent, reply.Message);
                break;
        }
    }

    private void SettleByReply(ExternalItemResult result, ServiceReply reply, ExternalCall call)
    {
        // 404 from a path that is a guess could mean the path: only an answer in JSON speaks of the item.
        if (ExternalFailures.Of(reply, call, _transport.Redact, missingIsAnswer: true) is { } fatal)
        {
            Fatal ??= fatal;
            bool wentThrough = reply.StatusCode is >= 200 and < 300;
            if (wentThrough)
            {
                result.Settle(Outcome.Unknown, $"It is not known whether the item was deleted. {fatal.Message}", ExternalErrors.ItemUnknown, "Look at the order with Get-ExternalOrder.");
            }
            else
            {
                result.Settle(Outcome.NotSent, $"Not taken: {fatal.Message}");
            }

            return;
        }

        string words = ErrorBody.Read(reply, _transport.Redact).Message;
        switch (reply.StatusCode)
        {
            case >= 200 and < 300:
                result.Settle(Outcome.Accepted, "Deleted.");
                break;
            case 404:
                string note = reply.EarlierAttemptMayHaveArrived ? "Deleted by an attempt whose reply was lost." : "It was gone already.";
                result.Settle(Outcome.Accepted, $"{note} {words}".TrimEnd());
                break;
            default:
                result.Settle(
                    Outcome.Rejected,
                    words.Length > 0 ? words : FormattableString.Invariant($"ECOM.md refused to delete the item (HTTP {reply.StatusCode})."),
                    ExternalErrors.ItemRejected,
                    "See what the message says; an order that is on its way may not be changed any more.");
                break;
        }
    }
}
