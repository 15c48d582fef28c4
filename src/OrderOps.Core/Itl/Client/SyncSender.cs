using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>Sends orders to ITL's sync. It is never repeated once a byte was sent: there is no idempotency key.</summary>
internal sealed class SyncSender : ItlSender<SyncWork>
{
    private readonly IReadOnlyDictionary<string, object?>? _additionalData;

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="additionalData">Keys for <c>data</c> beside the shipments.</param>
    public SyncSender(ItlConnection connection, ServiceTransport transport, IReadOnlyDictionary<string, object?>? additionalData)
        : base(connection, transport)
    {
        AdditionalJson.Check(additionalData);
        _additionalData = additionalData;
    }

    private protected override ServiceRequest Request(IReadOnlyList<SyncWork> items)
    {
        CheckedOrder[] orders = new CheckedOrder[items.Count];
        for (int i = 0; i < orders.Length; i++)
        {
            orders[i] = items[i].Order;
        }

        return new ServiceRequest("POST", Connection.SyncPath, RepeatPolicy.Once)
        {
            Body = SyncRequestBody.Write(orders, Connection.AccessToken.Reveal(), Connection.SecretKey.Reveal(), _additionalData),
            Label = $"sync of {items.Count}",
        };
    }

    private protected override void SettleByEntries(IReadOnlyList<SyncWork> items, ItlReply reply, bool sentBefore)
    {
        string[] numbers = new string[items.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = items[i].Order.OrderNumber;
        }

        ItlReplyEntry?[] entries = SyncReplyJoin.Join(numbers, reply);
        for (int i = 0; i < items.Count; i++)
        {
            SettleByEntry(items[i].Result, entries[i], sentBefore);
        }
    }

    private protected override void SettleRefused(OrderResult result, string words)
    {
        if (RemarkWording.SaysDuplicate(words))
        {
            result.Settle(Outcome.Duplicate, words);
        }
        else
        {
            result.Settle(Outcome.Rejected, words, ItlErrors.Rejected, ItlErrors.MendAndSend);
        }
    }

    private protected override (string? ErrorId, string? Remedy) FailureOf(Outcome outcome) => outcome switch
    {
        Outcome.Unknown => (ItlErrors.OutcomeUnknown, ItlErrors.LookBeforeSending),
        Outcome.Rejected => (ItlErrors.Rejected, "Wait until the service has recovered and send the order again."),
        _ => (null, null),
    };

    private void SettleByEntry(ItlOrderResult result, ItlReplyEntry? entry, bool sentBefore)
    {
        if (entry is null)
        {
            const string Missing = "ITL's reply has no entry for this order, so it may have been taken.";
            result.Settle(Outcome.Unknown, Missing, ItlErrors.OutcomeUnknown, ItlErrors.LookBeforeSending);
            return;
        }

        result.Reference = entry.Refnum is { } reference ? Redact(reference) : null;
        result.RawRemark = Redact(entry.RawRemark);
        if (entry.IsUnclear)
        {
            string unclear = $"ITL's entry does not say whether the order was taken. {Redact(entry.Remark)}".Trim();
            result.Settle(Outcome.Unknown, unclear, ItlErrors.OutcomeUnknown, ItlErrors.LookBeforeSending);
            return;
        }

        if (entry.Success || (sentBefore && entry.SaysDuplicate))
        {
            // A duplicate among the parts of a batch that was just refused came with this very run.
            result.Settle(Outcome.Accepted, Redact(entry.Remark));
        }
        else
        {
            SettleRefused(result, entry.Remark.Length > 0 ? Redact(entry.Remark) : "ITL refused the order without a reason.");
        }
    }
}
