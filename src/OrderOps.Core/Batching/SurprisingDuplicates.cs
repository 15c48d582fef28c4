using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>Duplicates that no earlier attempt in the journal explains: somebody else sent them, or their number was used before.</summary>
internal static class SurprisingDuplicates
{
    private const int Named = 3;

    /// <summary>Puts one warning on the first of them.</summary>
    /// <param name="items">What a batch sent, settled.</param>
    public static void Warn(IReadOnlyList<ISendWork> items)
    {
        OrderResult[] surprising = items
            .Where(work => work.Result.Outcome == nameof(Outcome.Duplicate) && !work.IsRepeatable && !WasTried(work.Earlier))
            .Select(work => work.Result)
            .ToArray();
        if (surprising.Length == 0)
        {
            return;
        }

        string keys = string.Join(", ", surprising.Take(Named).Select(result => result.Key));
        string more = surprising.Length > Named ? FormattableString.Invariant($" and {surprising.Length - Named} others") : "";
        string warning = $"The service had {keys}{more} already, and this journal knows of no attempt to send them: they were sent by somebody else, or their numbers were used before. Look that they are the same orders.";
        surprising[0].Warning = surprising[0].Warning is { } other ? $"{other} {warning}" : warning;
    }

    private static bool WasTried(JournalEntry? earlier) =>
        earlier is not null && (earlier.Attempts > 0 || earlier.KnownOutcome != Outcome.NotSent);
}
