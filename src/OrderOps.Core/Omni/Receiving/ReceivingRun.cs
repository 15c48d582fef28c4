using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace OrderOps.Omni;

/// <summary>One run of a receiver: an inbox of which it is the only consumer, who listens for it, and what is emitted of it.</summary>
internal sealed class ReceivingRun : IDisposable
{
    // After Ctrl+C a person is to have the prompt back within a second.
    private static readonly TimeSpan PatienceWhenStopped = TimeSpan.FromMilliseconds(700);

    private readonly OpenInboxes.Use _use;
    private readonly ConsumerLease _lease;
    private readonly CancellationTokenRegistration _hurry;
    private readonly CredentialAudit _audit;
    private PostingReceiver? _receiver;
    private DeliveryLoop? _loop;

    private ReceivingRun(OpenInboxes.Use use, ConsumerLease lease, CancellationTokenRegistration hurry)
    {
        _hurry = hurry;
        _use = use;
        _lease = lease;
        _audit = new CredentialAudit(use.Inbox.Path);
    }

    /// <summary>Where it listens.</summary>
    public Uri? Address => _receiver?.Address;

    /// <summary>The file of the inbox.</summary>
    public string Path => _use.Inbox.Path;

    /// <summary>How far it is, in words.</summary>
    public string SoFar => string.Format(CultureInfo.InvariantCulture, "{0} emitted", _loop?.Emitted ?? 0);

    /// <summary>Opens the inbox and becomes its consumer.</summary>
    /// <param name="options">Where the inbox is.</param>
    /// <param name="maximumAttempts">Attempts after which a failed posting is put aside.</param>
    /// <param name="stop">Says that somebody wants to stop: from then on another process that has the inbox locked is hardly waited for.</param>
    /// <exception cref="ConsumerHeldException">Another consumer holds it.</exception>
    public static ReceivingRun Begin(InboxOptions options, int maximumAttempts, CancellationToken stop)
    {
        OpenInboxes.Use use = OpenInboxes.OfThisProcess.Open(options, stop);
        CancellationTokenRegistration hurry = use.HurryOn(stop);
        try
        {
            ReceivingRun run = new(use, use.Inbox.AcquireConsumer(), hurry);
            use.MaximumAttempts = maximumAttempts;
            return run;
        }
        catch
        {
            hurry.Dispose();
            use.Dispose();
            throw;
        }
    }

    /// <summary>Starts to listen.</summary>
    public void Listen(string prefix, ReceiverOptions options, string name) =>
        _receiver = PostingReceiver.Start(prefix, options, new InboxSink(_use.Inbox, name));

    /// <summary>Emits on this thread until the end; what arrived until then is emitted.</summary>
    public void Emit(
        DeliveryOptions options,
        bool withRaw,
        Action<object> emit,
        Func<Exception, bool> wasTaken,
        Action tick,
        TimeSpan patience,
        CancellationToken stop)
    {
        using CancellationTokenRegistration stopping = stop.Register(static loop => ((DeliveryLoop)loop!).Stop(), _loop = new DeliveryLoop(new InboxShelf(_use.Inbox, withRaw, ahead: !options.ManualAck), options));
        _loop.Run(emit, wasTaken, () => StopListening(patience), tick);
    }

    /// <summary>Keeps on record who asked for credentials.</summary>
    public void Note(CredentialCall call) => _audit.Add(call);

    /// <summary>What nobody was told of yet, in words.</summary>
    public IEnumerable<string> Untold() => _audit.Untold();

    /// <summary>Stores and answers what is in hand, settles what was taken, and gives the inbox back.</summary>
    public void Dispose()
    {
        StopListening(PatienceWhenStopped);
        _loop?.Dispose();
        _lease.Dispose();
        _hurry.Dispose();
        _use.Dispose();
    }

#pragma warning disable CA1849 // PowerShell waits for no task: this is where it is waited for.
    private void StopListening(TimeSpan patience)
    {
        Interlocked.Exchange(ref _receiver, null)?.StopAsync(patience).GetAwaiter().GetResult();
    }
#pragma warning restore CA1849
}
