using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>Sends AWB numbers to ITL's cancel. It may be repeated: cancelling twice is said to do no harm.</summary>
internal sealed class CancelSender : ItlSender<CancelWork>
{
    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    public CancelSender(ItlConnection connection, ServiceTransport transport)
        : base(connection, transport)
    {
    }

    private protected override ServiceRequest Request(IReadOnlyList<CancelWork> items)
    {
        string[] numbers = new string[items.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = items[i].Result.AwbNumber;
        }

        return new ServiceRequest("POST", ItlConnection.CancelPath, RepeatPolicy.Idempotent)
        {
            Body = CancelRequestBody.Write(numbers, Connection.AccessToken.Reveal(), Connection.SecretKey.Reveal()),
            Label = $"cancel of {items.Count}",
            Judge = static reply => ItlReplyReader.Read(reply.StatusCode, reply.ContentType, reply.Body).Kind == ReplyKind.Unreadable
                ? ReplyVerdict.Unreadable
                : ReplyVerdict.Final,
        };
    }

    private protected override void SettleByEntries(IReadOnlyList<CancelWork> items, ItlReply reply, bool sentBefore)
    {
        ItlReplyEntry?[] entries = CancelReplyJoin.Join(items.Count, reply);
        for (int i = 0; i < items.Count; i++)
        {
            SettleByEntry(items[i].Result, entries[i], sentBefore);
        }
    }

    private protected override void SettleRefused(OrderResult result, string words)
    {
        if (RemarkWording.SaysCancelled(words))
        {
            result.Settle(Outcome.Duplicate, words);
        }
        else
        {
            const string Remedy = "Cancelling works before pick-up only: look at the AWB in ITL's panel.";
            result.Settle(Outcome.Rejected, words, ItlErrors.CancelRejected, Remedy);
        }
    }

    private protected override (string? ErrorId, string? Remedy) FailureOf(Outcome outcome) => outcome switch
    {
        Outcome.Unknown => (ItlErrors.CancelUnknown, ItlErrors.LookBeforeCancelling),
        Outcome.Rejected => (ItlErrors.CancelRejected, "Wait until the service has recovered and cancel it again."),
        _ => (null, null),
    };

    private void SettleByEntry(ItlCancelResult result, ItlReplyEntry? entry, bool sentBefore)
    {
        if (entry is null)
        {
            result.Settle(
                Outcome.Unknown,
                "ITL's reply has no entry for this AWB, so it may have been cancelled.",
                ItlErrors.CancelUnknown,
                ItlErrors.LookBeforeCancelling);
            return;
        }

        result.Reference = entry.Refnum is { } reference ? Redact(reference) : null;
        result.RawRemark = Redact(entry.RawRemark);
        if (entry.IsUnclear)
        {
            string unclear = $"ITL's entry does not say whether the AWB was cancelled. {Redact(entry.Remark)}".Trim();
            result.Settle(Outcome.Unknown, unclear, ItlErrors.CancelUnknown, ItlErrors.LookBeforeCancelling);
            return;
        }

        if (entry.SaysCancelled ? sentBefore : entry.Success)
        {
            // "Already" after an attempt whose reply was lost was done by that attempt.
            result.Settle(Outcome.Accepted, Redact(entry.Remark));
        }
        else
        {
            SettleRefused(result, entry.Remark.Length > 0 ? Redact(entry.Remark) : "ITL refused to cancel it without a reason.");
        }
    }
}
