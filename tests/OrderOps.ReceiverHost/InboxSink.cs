using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;

namespace OrderOps.ReceiverHost;

internal sealed class InboxSink(PostingInbox inbox) : IPostingSink
{
    public IReadOnlyList<KeyValuePair<string, object?>> Counters => [];

    public async Task<string> StoreAsync(byte[] body, DateTimeOffset receivedAt, string? remote, CancellationToken cancellationToken) =>
        (await inbox.StoreAsync(new InboxDelivery("default", body, receivedAt, PostingReader.Read(body), remote), cancellationToken)).Answer;
}
