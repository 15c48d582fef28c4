using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>The undelivered postings of an inbox, as they are emitted.</summary>
internal sealed class InboxShelf : IUndelivered
{
    private readonly PostingInbox _inbox;
    private readonly bool _withRaw;
    private readonly bool _ahead;

    /// <summary>Makes one; the lease of the inbox must be held.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="withRaw">Whether the bodies are wanted beside what was read of them.</param>
    /// <param name="ahead">Whether what is taken is delivered in that order.</param>
    public InboxShelf(PostingInbox inbox, bool withRaw, bool ahead)
    {
        _ahead = ahead;
        _inbox = inbox;
        _withRaw = withRaw;
    }

    /// <inheritdoc />
    public bool IsPassing(Exception failure) => failure is StoreException { ErrorId: "StoreFull" or "StoreLocked" };

    /// <inheritdoc />
    public IReadOnlyList<UndeliveredPosting> Take(int maximum) =>
        _inbox.TakeUndelivered(maximum, _ahead).Select(entry => new UndeliveredPosting(entry.Id, ReceivedPosting.Of(entry, _inbox.Path, _withRaw))).ToList();

    /// <inheritdoc />
    public Task WaitAsync(CancellationToken cancellationToken) => _inbox.WaitForUndeliveredAsync(cancellationToken);

    /// <inheritdoc />
    public void PutBack(IReadOnlyList<long> ids) => _inbox.PutBack(ids);

    /// <inheritdoc />
    public Task MarkDeliveredAsync(IReadOnlyList<long> ids) => _inbox.MarkDeliveredAsync(ids);
}
