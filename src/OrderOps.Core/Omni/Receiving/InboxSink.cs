using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>Reads bodies and puts them into the inbox.</summary>
internal sealed class InboxSink : IPostingSink
{
    private readonly PostingInbox _inbox;
    private readonly string _receiver;

    public InboxSink(PostingInbox inbox, string receiver)
    {
        _inbox = inbox;
        _receiver = receiver;
    }

    /// <inheritdoc />
    public IReadOnlyList<KeyValuePair<string, object?>> Counters
    {
        get
        {
            InboxCounters counters = _inbox.Counters;
            return
            [
                new("receiver", _receiver),
                new("received", counters.Received),
                new("stored", counters.Stored),
                new("duplicateDeliveries", counters.DuplicateDeliveries),
                new("changedDeliveries", counters.ChangedDeliveries),
                new("duplicateShipments", counters.DuplicateShipments),
                new("conflicts", counters.Conflicts),
                new("quarantined", counters.Quarantined),
                new("commitMsP50", Math.Round(counters.CommitMilliseconds50, 2)),
                new("commitMsP99", Math.Round(counters.CommitMilliseconds99, 2)),
                new("undelivered", counters.Undelivered),
                new("oldestUndeliveredSec", counters.OldestUndeliveredAge is { } age ? Math.Round(age.TotalSeconds, 1) : null),
            ];
        }
    }

    /// <inheritdoc />
    public async Task<string> StoreAsync(byte[] body, DateTimeOffset receivedAt, string? remote, CancellationToken cancellationToken)
    {
        InboxDelivery delivery = new(_receiver, body, receivedAt, PostingReader.ReadIdentity(body), remote);
        StoredDelivery stored = await _inbox.StoreAsync(delivery, cancellationToken).ConfigureAwait(false);
        return stored.Answer;
    }
}
