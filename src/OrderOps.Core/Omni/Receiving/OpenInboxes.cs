using System;
using System.Collections.Generic;

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
    public Use Open(InboxOptions options)
    {
        string key = Journal.DataFolder.PathOf(options.Path, "inbox.db");
        lock (_gate)
        {
            if (!_uses.TryGetValue(key, out Use? use))
            {
                use = new Use(this, key, PostingInbox.Open(options));
                _uses.Add(key, use);
            }

            use.Users++;
            return use;
        }
    }

    /// <summary>An inbox in use.</summary>
    internal sealed class Use(OpenInboxes owner, string key, PostingInbox inbox) : IDisposable
    {
        public PostingInbox Inbox { get; } = inbox;

        /// <summary>Attempts after which a failed posting is put aside, as whoever emits says.</summary>
        public int MaximumAttempts { get; set; } = 5;

        internal int Users { get; set; }

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
            }
        }
    }
}
