using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>What was sent, by which run, and what became of it. Never holds a secret or what an order contains.</summary>
internal interface IJournal : IDisposable
{
    /// <summary>Where it is, for people: the file's full path.</summary>
    string Location { get; }

    /// <summary>Whether it was made just now.</summary>
    bool IsNew { get; }

    /// <summary>Names an account by its credentials, with a key that never leaves this journal, so that they can't be guessed from the name.</summary>
    /// <param name="secrets">The credentials.</param>
    /// <returns><c>key:</c> and 16 hexadecimal digits.</returns>
    string Fingerprint(IReadOnlyList<string> secrets);

    /// <summary>
    /// The accounts under which an address took orders, or may have: not those whose credentials it only ever refused.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="baseAddress">The address.</param>
    IReadOnlyList<string> Accounts(string service, string baseAddress);

    /// <summary>Begins a run; its lease is renewed until it ends. On a journal that was opened for looking only, it only foresees.</summary>
    /// <param name="summary">The run, with its service, address and account.</param>
    /// <param name="rules">What it may send again.</param>
    /// <exception cref="StoreException">It could not be written.</exception>
    IJournalRun Begin(RunSummary summary, SendRules rules);

    /// <summary>Finds orders, the one sent last first, read as they are taken.</summary>
    /// <param name="query">Which.</param>
    IEnumerable<JournalEntry> Find(JournalQuery query);

    /// <summary>How many orders there are of a query, its paging aside.</summary>
    /// <param name="query">Which.</param>
    long Count(JournalQuery query);

    /// <summary>Finds runs, the newest first. One whose process is dead without a word has ended by <c>Killed</c>.</summary>
    /// <param name="query">Which.</param>
    IEnumerable<RunSummary> FindRuns(RunQuery query);

    /// <summary>Settles an order by what a person found out. A run that has it in hand is not interfered with.</summary>
    /// <param name="entry">The order, as it was found.</param>
    /// <param name="outcome">Accepted or NotSent.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The order now; nothing where it has changed since it was found.</returns>
    JournalEntry? Resolve(JournalEntry entry, Outcome outcome, string who, string reason);

    /// <summary>
    /// Removes orders for good, and the runs that have none left and ended before. In a journal that was opened for looking
    /// only, nothing is removed, and the answer is what would be.
    /// </summary>
    /// <param name="query">Which; what a run has in hand always stays.</param>
    Removal Remove(RemovalQuery query);
}
