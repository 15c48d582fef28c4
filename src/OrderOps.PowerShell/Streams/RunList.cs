using System.Collections.Generic;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>Runs of a session and of a journal as one list, the newest first.</summary>
internal static class RunList
{
    /// <summary>Puts them together. A run that both know is the session's: it counts while it runs, and knows more.</summary>
    /// <param name="session">The session's runs.</param>
    /// <param name="journal">The journal's runs of the query, the newest first, read as they are taken.</param>
    /// <param name="query">Which are meant; its paging is applied to the whole.</param>
    public static IEnumerable<RunSummary> Of(IReadOnlyList<RunSummary> session, IEnumerable<RunSummary> journal, RunQuery query)
    {
        IEnumerable<RunSummary> all = Merge(session, journal, query);
        return Page(all, query.Skip, query.First);
    }

    private static IEnumerable<RunSummary> Merge(IReadOnlyList<RunSummary> session, IEnumerable<RunSummary> journal, RunQuery query)
    {
        HashSet<string> own = [.. session.Select(run => run.RunId)];
        Queue<RunSummary> waiting = new(session.Where(run => IsMeant(run, query)).OrderByDescending(run => run.Started));
        foreach (RunSummary kept in journal)
        {
            if (own.Contains(kept.RunId))
            {
                continue;
            }

            while (waiting.Count > 0 && waiting.Peek().Started >= kept.Started)
            {
                yield return waiting.Dequeue();
            }

            yield return kept;
        }

        foreach (RunSummary run in waiting)
        {
            yield return run;
        }
    }

    private static bool IsMeant(RunSummary run, RunQuery query) =>
        (query.Service is null || run.Service == query.Service)
        && (query.Since is null || run.Started >= query.Since)
        && (query.Until is null || run.Started < query.Until);

    private static IEnumerable<RunSummary> Page(IEnumerable<RunSummary> all, long skip, long? first)
    {
        long left = first ?? long.MaxValue;
        if (left == 0)
        {
            yield break;
        }

        foreach (RunSummary run in all)
        {
            if (skip > 0)
            {
                skip--;
                continue;
            }

            yield return run;
            if (--left == 0)
            {
                yield break;
            }
        }
    }
}
