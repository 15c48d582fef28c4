using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;

namespace OrderOps.Tests.Batching.Journaled;

/// <summary>Runs over one journal, against a service that settles as told and remembers what it was sent.</summary>
internal sealed class JournalRig(int batchSize = 25, int throttleLimit = 1) : IBatchSender<JournalRig.Work>
{
    private readonly List<string> _requests = new();

    public MemoryJournal Journal { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    /// <summary>What the service makes of an order.</summary>
    public Func<string, Outcome> Says { get; set; } = static _ => Outcome.Accepted;

    /// <summary>What happens while a request is under way.</summary>
    public Func<RunControl, Task> Meanwhile { get; set; } = static _ => Task.CompletedTask;

    public SendRules Rules { get; set; } = new();

    /// <summary>The keys that each request carried, over all runs.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public RunSummary Summary { get; private set; } = new();

    public SendRun<Work>? Current { get; private set; }

    public ServiceConfigurationException? Fatal => null;

    public long RequestCount => _requests.Count;

    public static Work Once(string key, string content = "") => new(key, content, repeatable: false);

    public static Work Repeatable(string key, string content = "") => new(key, content, repeatable: true);

    public Task<List<OrderResult>> RunAsync(params string[] keys) => RunAsync(keys.Select(key => Once(key)).ToArray());

    public async Task<List<OrderResult>> RunAsync(params Work[] works)
    {
        List<OrderResult> results = new();
        await RunAsync(works, results);
        return results;
    }

    public async Task RunAsync(Work[] works, List<OrderResult> results, CancellationToken cancellation = default)
    {
        Summary = new RunSummary { Service = "Test", BaseAddress = "https://service.test/" };
        BatchOptions options = new() { BatchSize = batchSize, ThrottleLimit = throttleLimit };
        JournaledRun journal = JournaledRun.Begin(new RunJournal(Journal, Rules), Summary, ["secret"], Time)!;
        using SendRun<Work> run = new(Summary, options, this, TimeSpan.FromMilliseconds(800), Time, journal);
        Current = run;
        await run.RunAsync(works, Admit, results.Add, cancellation);

        void Admit(Work work)
        {
            if (run.SettleKnown(work))
            {
                run.PostSettled(work.Result);
            }
            else
            {
                run.Post(work);
            }
        }
    }

    public async Task SendAsync(Batch<Work> batch, RunControl control)
    {
        lock (_requests)
        {
            _requests.Add(string.Join(" ", batch.Items.Select(work => work.Result.Key)));
        }

        await Meanwhile(control);
        foreach (Work work in batch.Items)
        {
            Outcome outcome = Says(work.Result.Key);
            work.Result.Attempts = outcome == Outcome.NotSent ? 0 : 1;
            work.Result.Reference = outcome == Outcome.Accepted ? "R-" + work.Result.Key : null;
            work.Result.Settle(outcome, "Said so.", outcome is Outcome.Unknown or Outcome.Rejected ? "Failed" : null);
        }
    }

    internal sealed class Work(string key, string content, bool repeatable) : ISendWork
    {
        public OrderResult Result { get; } = new() { Service = "Test", Operation = "Send", Key = key };

        public OrderIdentity Identity => new(key);

        public bool IsRepeatable => repeatable;

        public JournalEntry? Earlier { get; set; }

        public ulong HashContent() => KeyHash.Of("content " + content);
    }
}
