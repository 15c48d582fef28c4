using System;
using System.Collections.Generic;
using System.Threading;

namespace OrderOps.Omni;

/// <summary>
/// The inboxes that are open in this process, so that acknowledging a posting goes through the inbox that emitted it:
/// one writer, and a failed posting wakes the one that waits for more.
/// </summary>
internal sealed class OpenInboxes
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Use> _uses = new(StringComparer.Ordinal);

    /// <summary>Those of this process.</summary>
    public static OpenInboxes OfThisProcess { get; } = new();

    /// <summary>Opens an inbox, or joins whoever has it open. Disposing gives it back.</summary>
    /// <param name="options">Where the inbox is.</param>
    /// <param name="stop">Says that whoever opens it wants to stop.</param>
    public Use Open(InboxOptions options, CancellationToken stop = default)
    {
        string key = Journal.DataFolder.PathOf(options.Path, "inbox.db");
        lock (_gate)
        {
            if (!_uses.TryGetValue(key, out Use? use))
            {
                _uses.Add(key, use = New(key, options, stop));
            }

            use.Users++;
            return use;
        }
    }

    private Use New(string key, InboxOptions options, CancellationToken stop)
    {
        CancellationTokenSource hurry = new();
        using CancellationTokenRegistration stopping = stop.Register(hurry.Cancel);
        try
        {
            return new Use(this, key, PostingInbox.Open(options, hurry.Token), hurry);
        }
        catch
        {
            hurry.Dispose();
            throw;
        }
    }

    /// <summary>An inbox in use.</summary>
    internal sealed class Use(OpenInboxes owner, string key, PostingInbox inbox, CancellationTokenSource hurry) : IDisposable
    {
        private int _users;

        public PostingInbox Inbox { get; } = inbox;

        /// <summary>Attempts after which a failed posting is put aside, as whoever emits says.</summary>
        public int MaximumAttempts { get; set; } = 5;

        internal int Users
        {
            get => Volatile.Read(ref _users);
            set => Volatile.Write(ref _users, value);
        }

        /// <summary>Lets hardly anything wait for another process any more once its user wants to stop, unless it has another user.</summary>
        /// <param name="stop">Says that its user wants to stop.</param>
        /// <returns>What ends with the user.</returns>
        public CancellationTokenRegistration HurryOn(CancellationToken stop) => stop.Register(() =>
        {
            if (Users <= 1)
            {
                hurry.Cancel();
            }
        });

        public void Dispose()
        {
            lock (owner._gate)
            {
                if (--Users > 0)
                {
                    return;
                }

                owner._uses.Remove(key);
                Inbox.Dispose();
                hurry.Dispose();
            }
        }
    }
}
