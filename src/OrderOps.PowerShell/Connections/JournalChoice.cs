using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Connections;

/// <summary>Which journal a run is written to: the one that was given, a sandbox's own, or the default one; or none.</summary>
/// <param name="IsNone">Whether nothing is written down.</param>
/// <param name="Path">The file; nothing for the default one.</param>
/// <param name="IsSandbox">Whether it is a sandbox's own, which goes away with it.</param>
internal sealed record JournalChoice(bool IsNone, string? Path, bool IsSandbox)
{
    /// <summary>Decides.</summary>
    /// <param name="given">What <c>-Journal</c> says.</param>
    /// <param name="none">Whether <c>-NoJournal</c> is given.</param>
    /// <param name="sandbox">The journal of the sandbox that the run goes to, if it goes to one.</param>
    /// <param name="needs">What else is given that has no meaning without a journal, e.g. <c>-Resend</c>.</param>
    /// <exception cref="ServiceConfigurationException">What is given contradicts itself.</exception>
    public static JournalChoice Of(string? given, bool none, string? sandbox, IReadOnlyList<string> needs)
    {
        string[] contradicting = given is null ? needs.ToArray() : ["-Journal", .. needs];
        if (none && contradicting.Length > 0)
        {
            throw new ServiceConfigurationException(
                "NoJournalContradicted",
                $"-NoJournal is given, and so is {contradicting[0]}, which needs a journal.",
                $"Leave out -NoJournal, or {string.Join(" and ", contradicting)}.");
        }

        return new JournalChoice(none, none ? null : given ?? sandbox, !none && given is null && sandbox is not null);
    }

    /// <summary>Opens it.</summary>
    /// <param name="onlyLook">Whether nothing may be made or written; where there is none yet, nothing is opened then.</param>
    /// <param name="stop">Says that somebody wants to stop.</param>
    /// <exception cref="StoreException">It can't be opened.</exception>
    public IJournal? Open(bool onlyLook, CancellationToken stop)
    {
        if (IsNone)
        {
            return null;
        }

        try
        {
            return SqliteJournal.Open(new JournalOptions { Path = Path, ReadOnly = onlyLook, Stop = stop });
        }
        catch (StoreException failure) when (onlyLook && failure.ErrorId == "StoreMissing")
        {
            return null;
        }
    }
}
