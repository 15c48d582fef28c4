using System;
using System.Linq;
using OrderOps.Journal;

namespace OrderOps.Outcomes;

/// <summary>What a run came to: <see cref="In"/> is always the sum of all outcomes once it has ended.</summary>
public sealed class RunSummary
{
    private readonly long[] _counts = new long[Enum.GetValues(typeof(Outcome)).Length];

    /// <summary>Begins one of its own identity.</summary>
    public RunSummary()
        : this(Guid.NewGuid().ToString("N"))
    {
    }

    /// <summary>One that was written down.</summary>
    internal RunSummary(string runId) => RunId = runId;

    /// <summary>Identity of the run.</summary>
    public string RunId { get; }

    /// <summary>The command that ran.</summary>
    public string Command { get; set; } = "";

    /// <summary>The service that was meant.</summary>
    public string Service { get; set; } = "";

    /// <summary>Where it was sent; nothing where no address was needed.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>The connection's name, if it has one.</summary>
    public string? Connection { get; set; }

    /// <summary>The environment that was meant, such as <c>Staging</c>; nothing where an address was given.</summary>
    public string? Environment { get; set; }

    /// <summary>As whom it was sent, as the journal calls them; nothing without a journal.</summary>
    public string? Account { get; set; }

    /// <summary>Where the journal is that the run was written to; nothing without one.</summary>
    public string? Journal { get; set; }

    /// <summary>What else is to be known of the run, such as that its journal was made by it.</summary>
    public string? Note { get; set; }

    /// <summary>Version of OrderOps that ran.</summary>
    public string ModuleVersion { get; set; } = typeof(RunSummary).Assembly.GetName().Version.ToString(3);

    /// <summary>The machine that it ran on.</summary>
    public string Host { get; set; } = System.Environment.MachineName;

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; set; }

    /// <summary>When it ended; nothing while it runs.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>How it ended: <c>Completed</c>, <c>Stopped</c>, <c>Failed</c>, or <c>Killed</c> where its process died without a word; <c>Running</c> until then.</summary>
    public string EndedBy { get; set; } = "Running";

    /// <summary>Why it failed, if it did.</summary>
    public string? Failure { get; set; }

    /// <summary>Whether it failed for its configuration or credentials.</summary>
    public bool ConfigurationFailed { get; set; }

    /// <summary>Orders that came in.</summary>
    public long In { get; set; }

    /// <summary>Requests that left the machine, attempts counted one by one.</summary>
    public long Requests { get; set; }

    /// <summary>Input rows that were blank and dropped.</summary>
    public long BlankRows { get; set; }

    /// <summary>Input files that were not found, or not read to their end.</summary>
    public long UnreadFiles { get; set; }

    /// <summary>Orders with this outcome.</summary>
    public long Accepted => this[Outcome.Accepted];

    /// <summary>Orders with this outcome.</summary>
    public long Duplicate => this[Outcome.Duplicate];

    /// <summary>Orders with this outcome.</summary>
    public long Rejected => this[Outcome.Rejected];

    /// <summary>Orders with this outcome.</summary>
    public long Invalid => this[Outcome.Invalid];

    /// <summary>Orders with this outcome.</summary>
    public long Unknown => this[Outcome.Unknown];

    /// <summary>Orders with this outcome.</summary>
    public long Skipped => this[Outcome.Skipped];

    /// <summary>Orders with this outcome.</summary>
    public long NotSent => this[Outcome.NotSent];

    /// <summary>
    /// What a scheduled task should end with: 0 all well, 1 the run failed, 2 some orders failed or were not sent or a file was not read,
    /// 3 configuration or credentials, 4 unknown outcomes; the worst wins, in the order 3, 1, 4, 2.
    /// </summary>
    public int ExitCode =>
        ConfigurationFailed ? 3
        : EndedBy is "Failed" or "Killed" ? 1
        : Unknown > 0 ? 4
        : Rejected + Invalid + NotSent + UnreadFiles > 0 ? 2
        : 0;

    internal long this[Outcome outcome] => System.Threading.Interlocked.Read(ref _counts[(int)outcome]);

    /// <summary>Ends the run, or one that never began: its configuration is wrong, or its journal can't be used.</summary>
    internal void Fail(Exception failure, DateTimeOffset now)
    {
        Started = Started == default ? now : Started;
        Ended = now;
        EndedBy = "Failed";
        Failure = failure.Message;
        ConfigurationFailed = failure is ServiceConfigurationException or StoreException { ErrorId: "StoreFolderRelative" or "StoreFolderMissing" };
    }

    /// <summary>Sets a count that was written down.</summary>
    internal void SetCount(Outcome outcome, long count) => System.Threading.Interlocked.Exchange(ref _counts[(int)outcome], count);

    internal void Count(Outcome outcome) => System.Threading.Interlocked.Increment(ref _counts[(int)outcome]);

    /// <summary>The counts in one line: <c>60 in = 59 Accepted + 1 Rejected</c>.</summary>
    public string Counts => FormattableString.Invariant($"{In} in = {(Sum.Length == 0 ? "0" : Sum)}");

    /// <summary>The counts of a run that is under way: <c>25 of 60 settled: 24 Accepted + 1 Rejected</c>.</summary>
    internal string SoFar
    {
        get
        {
            long settled = Enum.GetValues(typeof(Outcome)).Cast<Outcome>().Sum(outcome => this[outcome]);
            return FormattableString.Invariant($"{settled} of {In} settled{(settled == 0 ? "" : ": " + Sum)}");
        }
    }

    private string Sum => string.Join(
        " + ",
        Enum.GetValues(typeof(Outcome)).Cast<Outcome>()
            .Where(outcome => this[outcome] > 0)
            .Select(outcome => FormattableString.Invariant($"{this[outcome]} {outcome}")));

    /// <inheritdoc />
    public override string ToString() => Counts;
}
