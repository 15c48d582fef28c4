using System.Threading;

namespace OrderOps.Journal;

/// <summary>
/// The journal that a run is written to: what it sent, and what became of it. With one, a program that was ended at any
/// moment is simply run again: what was accepted is <c>Skipped</c>, what may have arrived stays <c>Unknown</c> until
/// somebody says that it may be sent again. It never holds a secret or what an order contains.
/// </summary>
public sealed class JournalSettings
{
    /// <summary>The file, by its full path on a local disk; nothing for <c>OrderOps/journal.db</c> in the user's local data folder. Several runs and processes may share one.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// As whom orders are sent, in words of your own. Orders of two accounts are never taken for each other, so it stays the
    /// same when a credential is replaced. Nothing takes a keyed fingerprint of the credentials, which changes with them.
    /// </summary>
    public string? Account { get; set; }

    /// <summary>Whether to send again what an earlier run left <c>Unknown</c>: it may have arrived, so look at the service first.</summary>
    public bool ResendUnknown { get; set; }

    /// <summary>Whether to send again what was accepted: a second label may be a second bill.</summary>
    public bool ResendAccepted { get; set; }

    /// <summary>Whether updates, upserts, cancellations and deletions are skipped, too, where they were accepted with the same content. They are sent otherwise.</summary>
    public bool SkipUnchanged { get; set; }

    /// <summary>Opens the journal, and makes it where there is none.</summary>
    /// <param name="stop">Says that somebody wants to stop: from then on another process is waited for less than a second.</param>
    /// <exception cref="StoreException">It can't be opened.</exception>
    internal RunJournal Open(CancellationToken stop) =>
        new(SqliteJournal.Open(new JournalOptions { Path = Path, Stop = stop }), new SendRules(ResendUnknown, ResendAccepted, SkipUnchanged), Account);
}
