using System;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>A run that has ended, in one verbose line.</summary>
internal static class RunWords
{
    /// <summary>Its counts, its requests, and where it was written down.</summary>
    public static string Of(RunSummary run)
    {
        string journal = run.Journal is null ? "no journal" : $"journal {run.Journal}, account {run.Account}";
        return FormattableString.Invariant($"Run {run.RunId}: {run.Counts}; {run.Requests} requests; {journal}.{(run.Note is null ? "" : " " + run.Note)}");
    }
}
