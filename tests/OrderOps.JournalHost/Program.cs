using System;
using OrderOps.Itl;
using OrderOps.Journal;
using OrderOps.Outcomes;

// A sync with a journal in a process of its own, so that a test can kill it at any instant. It says "ready", begins when
// a line comes in, and ends with its counts, an outcome and a number a line.
if (args is not [var address, var accessToken, var secretKey, var ordersPath, var journalPath, .. var further] || further is not ([] or ["-Resend"]))
{
    await Console.Error.WriteLineAsync("Usage: OrderOps.JournalHost ADDRESS ACCESS_TOKEN SECRET_KEY ORDERS JOURNAL [-Resend]");
    return 2;
}

await Console.Out.WriteLineAsync("ready");
await Console.In.ReadLineAsync();

using ItlClient itl = new(new ItlConnection(new Uri(address), accessToken, secretKey));
SyncOptions options = new() { Journal = new JournalSettings { Path = journalPath, ResendUnknown = further.Length > 0 } };
RunSummary run = await itl.SyncAsync(OrderFile.Read(ordersPath), _ => { }, options);

await Console.Out.WriteLineAsync(FormattableString.Invariant($"Accepted {run.Accepted}\nDuplicate {run.Duplicate}\nRejected {run.Rejected}\nInvalid {run.Invalid}"));
await Console.Out.WriteLineAsync(FormattableString.Invariant($"Unknown {run.Unknown}\nSkipped {run.Skipped}\nNotSent {run.NotSent}"));
return 0;
