using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>Finds runs, a page at a time.</summary>
internal sealed class RunReader(StoreReader reader, string journal, TimeProvider time)
{
    private const int Page = 200;

    private static readonly string Columns =
        $"r.run_id, r.command, r.service, r.base_address, r.connection, r.environment, r.account, r.note, r.module_version, r.host, r.started, r.ended, " +
        $"r.ended_by, r.failure, r.configuration_failed, r.requests, r.blank_rows, r.unread_files, r.sending, {RunOwner.Columns}, " +
        string.Join(", ", RunRows.Counts.Select(count => "r." + count.Column));

    /// <summary>Finds runs, the newest first.</summary>
    public IEnumerable<RunSummary> Find(RunQuery query)
    {
        long left = query.First ?? long.MaxValue;
        for (long skip = query.Skip; left > 0; skip += Page)
        {
            List<RunSummary> page = reader.Look(connection => FindPage(connection, query, Math.Min(left, Page), skip));
            foreach (RunSummary run in page)
            {
                yield return run;
            }

            left -= page.Count;
            if (page.Count < Page)
            {
                yield break;
            }
        }
    }

    private List<RunSummary> FindPage(SqliteConnection connection, RunQuery query, long most, long skip)
    {
        List<string> conditions = ["true"];
        List<string> texts = [];
        if (query.RunIds is { } ids)
        {
            conditions.Add($"r.run_id IN ({string.Join(", ", ids.Select(Given))})");
        }

        if (query.Service is { } service)
        {
            conditions.Add($"r.service={Given(service)}");
        }

        if (query.Since is { } since)
        {
            conditions.Add(FormattableString.Invariant($"r.started>={StoreTime.Of(since)}"));
        }

        if (query.Until is { } until)
        {
            conditions.Add(FormattableString.Invariant($"r.started<{StoreTime.Of(until)}"));
        }

        using RawStatement statement = new(
            connection,
            $"SELECT {Columns} FROM run r WHERE {string.Join(" AND ", conditions)} ORDER BY r.started DESC, r.id DESC " +
            FormattableString.Invariant($"LIMIT {most} OFFSET {skip}"));
        for (int i = 0; i < texts.Count; i++)
        {
            statement.With(i + 1, texts[i]);
        }

        List<RunSummary> page = [];
        while (statement.Next())
        {
            page.Add(Read(statement));
        }

        return page;

        string Given(string text)
        {
            texts.Add(text);
            return FormattableString.Invariant($"?{texts.Count}");
        }
    }

    private RunSummary Read(RawStatement row)
    {
        long sending = row.Number(18);
        RunOwner owner = RunOwner.Read(row, 19);
        bool runs = row.Text(12) is null && owner.Lives(time.GetUtcNow());
        RunSummary run = new(row.Text(0)!)
        {
            Command = row.Text(1)!,
            Service = row.Text(2)!,
            BaseAddress = row.Text(3),
            Connection = row.Text(4),
            Environment = row.Text(5),
            Account = row.Text(6),
            Journal = journal,
            Note = row.Text(7),
            ModuleVersion = row.Text(8)!,
            Host = row.Text(9)!,
            Started = StoreTime.Of(row.Number(10)),
            Ended = row.NumberOrNothing(11) is { } ended ? StoreTime.Of(ended) : null,
            EndedBy = row.Text(12) ?? (runs ? "Running" : "Killed"),
            Failure = row.Text(13),
            ConfigurationFailed = row.Number(14) != 0,
            Requests = row.Number(15),
            BlankRows = row.Number(16),
            UnreadFiles = row.Number(17),
            In = sending,
        };
        for (int i = 0; i < RunRows.Counts.Count; i++)
        {
            Outcome outcome = RunRows.Counts[i].Outcome;
            long count = row.Number(25 + i);
            run.In += count;

            // What a dead run had in hand may have arrived.
            run.SetCount(outcome, count + (outcome == Outcome.Unknown && !runs ? sending : 0));
        }

        return run;
    }
}
