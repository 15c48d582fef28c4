using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Tests.Journal.Orders.Model;

/// <summary>A run as the contract says that it stands, and what it has in hand.</summary>
internal sealed class ModelRun(RunSummary summary, SendRules rules, IJournalRun real, StillTimeProvider clock)
{
    public static IReadOnlyList<Outcome> Outcomes { get; } =
        [Outcome.Accepted, Outcome.Duplicate, Outcome.Rejected, Outcome.Invalid, Outcome.Unknown, Outcome.Skipped, Outcome.NotSent];

    private readonly Dictionary<Outcome, long> _counts = [];

    public RunSummary Summary { get; } = summary;

    public SendRules Rules { get; } = rules;

    public IJournalRun Real { get; } = real;

    /// <summary>Its process's own clock, which stands still while others' go on.</summary>
    public StillTimeProvider Clock { get; } = clock;

    /// <summary>The claimed orders that have not been settled yet, batch by batch.</summary>
    public List<List<OrderClaim>> Batches { get; } = [];

    /// <summary>How each order stood before this run took it, and how many of its batches have it in hand, or had at some time more than one.</summary>
    public Dictionary<(string, OrderIdentity), (ModelOrder? Earlier, bool Repeatable, int Hands, bool Shared)> Taken { get; } = [];

    public bool IsSilent { get; set; }

    public string? EndedBy { get; set; }

    public bool IsRemoved { get; set; }

    public DateTimeOffset LastSeen { get; set; } = summary.Started;

    public int Sending { get; set; }

    /// <summary>Its name on an order; nobody knows it any more once the run is removed.</summary>
    public string Name => IsRemoved ? "" : Summary.RunId;

    public bool Lives => EndedBy is null && !IsSilent;

    public void Count(Outcome outcome, int by = 1) => _counts[outcome] = this[outcome] + by;

    public long this[Outcome outcome] => _counts.TryGetValue(outcome, out long count) ? count : 0;

    public string Line => Text(EndedBy ?? (Lives ? "Running" : "Killed"), outcome => this[outcome] + (outcome == Outcome.Unknown && !Lives ? Sending : 0));

    public static string LineOf(RunSummary run) => Text(run.EndedBy, outcome => run[outcome]);

    private static string Text(string endedBy, Func<Outcome, long> count) =>
        endedBy + ": " + string.Join(" ", Outcomes.Select(outcome => $"{count(outcome)} {outcome}"));
}
