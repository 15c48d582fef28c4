using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Tests.Streams;

/// <summary>A pump between a service that settles as told and a pipeline that writes down what it hears.</summary>
internal sealed class PumpRig : IBatchSender<PumpRig.Work>, IDisposable
{
    private readonly Func<string, Outcome> _outcomeOf;
    private readonly Action<PumpRig, string>? _whenSent;

    public PumpRig(Func<string, Outcome> outcomeOf, int batchSize = 2, bool notSentIsMeant = false, Action<PumpRig, string>? whenSent = null, IFailedOrders? failed = null)
    {
        _outcomeOf = outcomeOf;
        _whenSent = whenSent;
        BatchOptions options = new() { BatchSize = batchSize, ThrottleLimit = 1 };
        Run = new SendRun<Work>(new RunSummary(), options, this, TimeSpan.FromMilliseconds(800), TimeProvider.System);
        Pump = new RunPump<Work>(Run, Pipeline, new RunProgress("Testing", TimeProvider.System, wanted: false), notSentIsMeant, failed);
    }

    public Recorder Pipeline { get; } = new();

    public SendRun<Work> Run { get; }

    public RunPump<Work> Pump { get; }

    public ServiceConfigurationException? Fatal { get; set; }

    public Func<string, string?> WarnOf { get; set; } = static _ => null;

    public long RequestCount { get; private set; }

    public void Send(params string[] keys)
    {
        foreach (string key in keys.TakeWhile(_ => !Pump.IsOver))
        {
            Run.Post(new Work(key));
            Pump.MakeRoom();
        }
    }

    public Task SendAsync(Batch<Work> batch, RunControl control)
    {
        RequestCount++;
        foreach (Work work in batch.Items)
        {
            Outcome outcome = _outcomeOf(work.Result.Key);
            bool failed = outcome is Outcome.Rejected or Outcome.Invalid or Outcome.Unknown;
            work.Result.Settle(outcome, "Said so.", failed ? "Failed" : null, failed ? "Mend it." : null);
            work.Result.Warning = WarnOf(work.Result.Key);
            _whenSent?.Invoke(this, work.Result.Key);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => Pump.Dispose();

    internal sealed class Work(string key) : ISendWork
    {
        public OrderResult Result { get; } = new() { Key = key };

        public OrderIdentity Identity => new(Result.Key);

        public bool IsRepeatable => false;

        public JournalEntry? Earlier { get; set; }

        public ulong HashContent() => KeyHash.Of(Result.Key);
    }

    /// <summary>What reached the pipeline, in order.</summary>
    internal sealed class Recorder : IPipelineOutput
    {
        public List<string> Heard { get; } = new();

        public Func<OrderResult, Exception?> FailOn { get; set; } = static _ => null;

        public void Write(object item) => Heard.Add($"{((OrderResult)item).Key} {((OrderResult)item).Outcome}");

        public void WriteFailure(OrderResult result)
        {
            Heard.Add($"error {result.Key}");
            if (FailOn(result) is { } failure)
            {
                throw failure;
            }
        }

        public void WriteNotSent(OrderResult first) => Heard.Add($"not sent from {first.Key}");

        public Exception Terminate(Exception failure)
        {
            Heard.Add($"terminated: {failure.Message}");
            return failure;
        }

        public void WriteWarning(string text) => Heard.Add($"warning {text}");

        public void WriteVerbose(string text) => Verbose.Add(text);

        public List<string> Verbose { get; } = new();

        public Action WhenProgressShows { get; set; } = static () => { };

        public void ShowProgress(string activity, string status, bool completed)
        {
            Heard.Add($"progress {status}");
            WhenProgressShows();
        }
    }
}
