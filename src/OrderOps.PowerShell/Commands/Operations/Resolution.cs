using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Which order a person means who settles one by hand, and what stands in the way.</summary>
internal static class Resolution
{
    /// <summary>Whether somebody has to agree: what was accepted could be sent a second time.</summary>
    /// <param name="entry">The order as it stands.</param>
    /// <param name="outcome">What it is to be.</param>
    public static bool NeedsConsent(JournalEntry entry, Outcome outcome) =>
        outcome == Outcome.NotSent && entry.Outcome is nameof(Outcome.Accepted) or nameof(Outcome.Duplicate);

    /// <summary>Why no order of those that were found can be settled; nothing where exactly one can.</summary>
    /// <param name="key">The key that was asked for.</param>
    /// <param name="found">What the journal has for it.</param>
    /// <param name="journal">The journal.</param>
    public static Obstacle? Obstacle(string key, IReadOnlyList<JournalEntry> found, string journal) => found.Count switch
    {
        0 => new Obstacle(
            "OrderNotFound",
            ErrorCategory.ObjectNotFound,
            $"The journal '{journal}' has no such order '{key}'.",
            "It was not sent with this journal, and is sent when it comes in. Look at Get-OrderOpsJournal; another journal is named with -Journal."),
        1 => found[0].Outcome == "Sending" ? InHand(found[0]) : null,
        _ => Ambiguous(key, found),
    };

    /// <summary>A run has the order in hand, or changed it a moment ago.</summary>
    public static Obstacle InHand(JournalEntry entry) => new(
        "OrderInHand",
        ErrorCategory.ResourceBusy,
        $"Order '{entry.Key}' is in the hands of run {entry.RunId}, which settles it itself.",
        "Wait until that run has ended (Get-OrderOpsRun), and look at Get-OrderOpsJournal then.");

    private static Obstacle Ambiguous(string key, IReadOnlyList<JournalEntry> found)
    {
        IEnumerable<string> places = found.Select(entry =>
            $"{entry.Service} {entry.Operation} at {entry.BaseAddress} as {entry.Account}{(entry.SubOrder.Length == 0 ? "" : $", sub-order {entry.SubOrder}")}");
        (string Parameter, Func<JournalEntry, string> Value)[] parameters =
        [
            ("-Service", entry => entry.Service),
            ("-Operation", entry => entry.Operation),
            ("-BaseUri", entry => entry.BaseAddress),
            ("-Account", entry => entry.Account),
            ("-SubOrder", entry => entry.SubOrder),
        ];
        IEnumerable<string> telling = parameters.Where(parameter => found.Select(parameter.Value).Distinct().Skip(1).Any()).Select(parameter => parameter.Parameter);
        return new Obstacle(
            "OrderAmbiguous",
            ErrorCategory.InvalidArgument,
            $"'{key}' is more than one order of the journal: {string.Join("; ", places)}.",
            $"Say which one is meant with {string.Join(", ", telling)}, or pipe it from Get-OrderOpsJournal.");
    }
}

/// <summary>What keeps an order from being settled by hand.</summary>
/// <param name="ErrorId">The id of the error.</param>
/// <param name="Category">Its category.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record Obstacle(string ErrorId, ErrorCategory Category, string Message, string Remedy);
