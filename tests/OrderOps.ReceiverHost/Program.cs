using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;

// A receiver of postings in a process of its own, so that a test can kill it at any instant. It writes a line for each
// posting that it emits, and ends when its standard input does.
if (args is not [var prefix, var inboxPath, var emittedPath])
{
    await Console.Error.WriteLineAsync("Usage: OrderOps.ReceiverHost PREFIX INBOX EMITTED");
    return 2;
}

using PostingInbox inbox = PostingInbox.Open(new InboxOptions { Path = inboxPath });
using ConsumerLease lease = inbox.AcquireConsumer();
using CancellationTokenSource over = new();
await using StreamWriter emitted = new(emittedPath, append: true) { AutoFlush = false };
using PostingReceiver receiver = PostingReceiver.Start(prefix, new ReceiverOptions { AllowAnonymous = true }, new InboxSink(inbox, "default"));
// A line that a kill cut off must not swallow the next one.
await emitted.WriteLineAsync();
await Console.Out.WriteLineAsync("listening");
Task emitting = Task.Run(() => EmitAsync(over.Token));
while (await Console.In.ReadLineAsync() is not null)
{
}

await receiver.StopAsync(TimeSpan.FromSeconds(10));
await over.CancelAsync();
await emitting;
return 0;

async Task EmitAsync(CancellationToken cancellation)
{
    while (true)
    {
        IReadOnlyList<InboxEntry> entries = inbox.TakeUndelivered(100, ahead: true);
        if (entries.Count == 0)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await inbox.WaitForUndeliveredAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                // One more look: what was stored before the end is emitted before the end.
            }

            continue;
        }

        List<long> ids = [];
        foreach (InboxEntry entry in entries)
        {
            await emitted.WriteLineAsync(FormattableString.Invariant($"{entry.Id} {entry.MessageId} {entry.Attempt}"));
            ids.Add(entry.Id);
        }

        await emitted.FlushAsync(CancellationToken.None);
        inbox.MarkDelivered(ids);
    }
}
