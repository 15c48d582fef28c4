using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>The journal that a run is written to, and what that run may send again. Disposing of it closes the journal.</summary>
/// <param name="Journal">The journal; one that was opened for looking only is never written to.</param>
/// <param name="Rules">What the run may send again.</param>
/// <param name="Account">As whom it is sent, in words: what the user said, else the connection's name; nothing takes a fingerprint of the credentials.</param>
internal sealed record RunJournal(IJournal Journal, SendRules Rules, string? Account = null) : IDisposable
{
    private const string FingerprintStart = "key:";

    /// <summary>Begins a run, and says in its summary where and as whom.</summary>
    /// <param name="summary">The run, with its service and address.</param>
    /// <param name="secrets">The credentials.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The run, and what its user should be warned of.</returns>
    /// <exception cref="StoreException">It could not be written.</exception>
    public (IJournalRun Run, string? Warning) Begin(RunSummary summary, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        summary.Journal = Journal.Location;
        summary.Account = Account ?? Journal.Fingerprint(secrets);
        summary.Started = summary.Started == default ? now : summary.Started;
        IReadOnlyList<string> known = Account is null ? Journal.Accounts(summary.Service, summary.BaseAddress ?? "") : [];
        return (Journal.Begin(summary, Rules), NewCredentials(summary.Account, known));
    }

    /// <inheritdoc />
    public void Dispose() => Journal.Dispose();

    /// <summary>What to say where credentials are new to a journal that knows others for the same address.</summary>
    internal static string? NewCredentials(string account, IReadOnlyList<string> known)
    {
        string[] others = known.Where(other => other != account && other.StartsWith(FingerprintStart, StringComparison.Ordinal)).ToArray();
        return others.Length == 0 || known.Contains(account)
            ? null
            : $"The journal knows this service by other credentials only ({string.Join(", ", others)}): what was accepted under them is not recognised. "
                + $"If they were replaced, -Account {others[others.Length - 1]} continues where they ended.";
    }
}
