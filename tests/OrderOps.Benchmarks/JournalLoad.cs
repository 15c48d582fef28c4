using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Benchmarks;

/// <summary>Fills a journal as runs do, 25 orders a batch and four batches at a time, and asks it what people ask.</summary>
internal static class JournalLoad
{
    private const int BatchSize = 25;
    private const int InFlight = 4;
    private const int OrdersPerRun = 10_000;
    private const int Questions = 200;

    /// <summary>Fills a new journal, and says in one line of JSON how it went.</summary>
    public static string Run(string path, int rows)
    {
        List<string> runs = [];
        Stopwatch watch = Stopwatch.StartNew();
        using (SqliteJournal journal = SqliteJournal.Open(new JournalOptions { Path = path }))
        {
            for (int first = 0; first < rows; first += OrdersPerRun)
            {
                runs.Add(Fill(journal, first, Math.Min(rows, first + OrdersPerRun)));
            }
        }

        double seconds = watch.Elapsed.TotalSeconds;
        // Closed by now: what is asked comes from the file, as it does for a process that only asks.
        double size = new DirectoryInfo(Path.GetDirectoryName(path)!).EnumerateFiles(Path.GetFileName(path) + "*").Sum(file => file.Length) / 1e6;
        using SqliteJournal asked = SqliteJournal.Open(new JournalOptions { Path = path, ReadOnly = true });
        Random dice = new(7);
        (double key, double slowestKey) = Times(() => asked.Find(new JournalQuery { Keys = [Key(dice.Next(rows)).ToString()] }).Single());
        (double summary, double slowestSummary) = Times(() => asked.FindRuns(new RunQuery { RunIds = [runs[dice.Next(runs.Count)]] }).Single());
        (double last, _) = Times(() => asked.FindRuns(new RunQuery { First = 20 }).ToList());
        (double page, _) = Times(() => asked.Find(new JournalQuery { First = 100 }).ToList());
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"Rate":{{rows / seconds}},"Megabytes":{{size}},"Key":{{key}},"SlowestKey":{{slowestKey}},"Summary":{{summary}},"SlowestSummary":{{slowestSummary}},"Runs":{{last}},"Page":{{page}}}""");
    }

    private static string Fill(SqliteJournal journal, int first, int end)
    {
        RunSummary summary = new()
        {
            Command = "Send-ItlOrderSync",
            Service = "Itl",
            BaseAddress = "https://my.ithinklogistics.com/",
            Account = "shop-mumbai",
            Environment = "Production",
            Journal = journal.Location,
            Started = DateTimeOffset.UtcNow,
        };
        using IJournalRun run = journal.Begin(summary, new SendRules());
        int next = (first / BatchSize) - 1;
        Task.WaitAll(Enumerable.Range(0, InFlight).Select(_ => Task.Run(async () =>
        {
            for (int batch = System.Threading.Interlocked.Increment(ref next); batch * BatchSize < end; batch = System.Threading.Interlocked.Increment(ref next))
            {
                int[] orders = Enumerable.Range(batch * BatchSize, Math.Min(BatchSize, end - (batch * BatchSize))).ToArray();
                await run.ClaimAsync(orders.Select(Claim).ToArray()).ConfigureAwait(false);
                await run.SettleAsync(orders.Select(order => Settled(order, 1 + batch - (first / BatchSize))).ToArray()).ConfigureAwait(false);
            }
        })).ToArray());
        for (int order = first; order < end; order++)
        {
            summary.In++;
            summary.Count(OutcomeOf(order));
        }

        summary.Ended = DateTimeOffset.UtcNow;
        summary.EndedBy = "Completed";
        run.End(summary);
        return summary.RunId;
    }

    private static OrderIdentity Key(int order) => new(FormattableString.Invariant($"WEB-2026-{order:0000000}"));

    private static OrderClaim Claim(int order) => new("Sync", Key(order), (ulong)order * 0x9E3779B97F4A7C15, Repeatable: false);

    // Of a hundred orders three are refused and one was there before.
    private static Outcome OutcomeOf(int order) => (order % 100) switch { 17 or 50 or 83 => Outcome.Rejected, 99 => Outcome.Duplicate, _ => Outcome.Accepted };

    private static SettledOrder Settled(int order, int batch) => new(
        "Sync",
        Key(order),
        OutcomeOf(order),
        OutcomeOf(order) switch
        {
            Outcome.Rejected => FormattableString.Invariant($"Shipment {1 + (order % 25)}: Pincode does not exists. Weight should be less than 50 kg."),
            Outcome.Duplicate => "Duplicate order found",
            _ => "Oder Processed Successfully",
        },
        Key(order).Number,
        batch,
        Attempts: 1,
        StatusCode: 200);

    private static (double Median, double Slowest) Times<T>(Func<T> ask)
    {
        // What .NET compiles for the first one has nothing to do with how large the journal is.
        ask();
        double[] times = Enumerable.Range(0, Questions).Select(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            ask();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).ToArray();
        double slowest = times.Max();
        Array.Sort(times);
        return (times[Questions / 2], slowest);
    }
}
