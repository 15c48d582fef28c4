using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Journal.Orders.Model;

/// <summary>One history of a journal, drawn by chance: two processes on one file, compared with the model after every step.</summary>
internal sealed class JournalHistory(Random random, IJournal journal, IJournal sleepy, StillTimeProvider clock, StillTimeProvider sleepyClock)
{
    private static readonly string[] Numbers = ["A", "A/1", "B", "C", "D", "E"];
    private static readonly Outcome[] Outcomes = [Outcome.Accepted, Outcome.Duplicate, Outcome.Rejected, Outcome.Invalid, Outcome.Unknown, Outcome.NotSent];

    private readonly JournalModel _model = new();
    private bool _slept;
    private int _said;
    private IReadOnlyList<JournalEntry> _found = [];

    public string Last { get; private set; } = "";

    public async Task PlayAsync(int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            TimeSpan pause = TimeSpan.FromMilliseconds(random.Next(3));
            clock.Advance(pause);
            if (!_slept)
            {
                sleepyClock.Advance(pause);
            }

            await StepAsync();
            Compare();
        }

        await LeaveNothingAsync();
    }

    private async Task StepAsync()
    {
        ModelRun[] open = [.. _model.Runs.Where(run => run.EndedBy is null)];
        ModelRun[] living = [.. open.Where(run => run.Lives)];
        ModelRun[] owing = [.. open.Where(run => run.Batches.Count > 0)];
        switch (random.Next(20))
        {
            case 0 or 1:
            case < 8 when living.Length == 0:
                if (living.Length < 3)
                {
                    Begin();
                }

                break;
            case < 8:
                await ClaimAsync(Any(living));
                break;
            case < 14:
                if (owing.Length > 0)
                {
                    await SettleAsync(Any(owing));
                }

                break;
            case 14:
                Resolve();
                break;
            case 15:
                RemoveKey(Any(Numbers));
                break;
            case 16:
                RemoveBefore(_found.Count > 0 && random.Next(2) == 0 ? Any(_found).Sent : clock.GetUtcNow());
                break;
            case 17 when open.Length > 0:
                End(Any(open));
                break;
            case 18 when open.Length > 0:
                Drop(Any(open));
                break;
            case 19 when !_slept:
                await SleepAsync(living);
                break;
        }
    }

    private void Begin()
    {
        bool sleeps = !_slept && random.Next(2) == 0;
        StillTimeProvider own = sleeps ? sleepyClock : clock;
        RunSummary summary = new() { Command = "Send-ItlOrderSync", Service = "Itl", BaseAddress = "https://api.example/v1", Account = "shop", Started = own.GetUtcNow() };
        SendRules rules = new(random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
        Last = $"begin {summary.RunId} {rules}";
        _model.Runs.Add(new ModelRun(summary, rules, (sleeps ? sleepy : journal).Begin(summary, rules), own));
    }

    private async Task ClaimAsync(ModelRun run)
    {
        OrderClaim[] orders = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => AnyOrder())];
        Last = $"claim by {run.Name}: {string.Join(", ", orders.Select(order => $"{order.Operation} {order.Key} {order.Content}"))}";
        ClaimKind foreseen = run.Real.Foresee(orders[0]).Kind;
        IReadOnlyList<ClaimAnswer> answers = await run.Real.ClaimAsync(orders);
        List<ClaimKind> expected = _model.Claim(run, orders);
        Assert.Equal(expected, answers.Select(answer => answer.Kind));
        Assert.Equal(expected[0], foreseen);
    }

    private async Task SettleAsync(ModelRun run)
    {
        List<OrderClaim> batch = Any(run.Batches);
        OrderClaim[] some = random.Next(3) > 0 ? [.. batch] : [.. batch.Where(_ => random.Next(2) == 0)];
        Outcome most = Any(Outcomes);
        int mixed = random.Next(4);
        int number = random.Next(9);
        string message = $"word {_said++}";
        SettledOrder[] words = [.. some.Select(order =>
        {
            bool own = random.Next(4) < mixed;
            Outcome outcome = own ? Any(Outcomes) : most;
            string? reference = random.Next(3) switch { 0 => null, 1 => $"R{_said++}", _ => random.Next(20) == 0 ? $"two\nlines {_said++}" : $"R{_said++}" };
            return new SettledOrder(order.Operation, order.Key, outcome, own ? $"word {_said++}" : message, reference, number, own ? random.Next(3) : 1, own ? null : 200);
        })];
        if (random.Next(2) == 0)
        {
            words = [.. words.OrderBy(_ => random.Next())];
        }

        Last = $"settle by {run.Name}, of {batch.Count}: {string.Join(", ", words.Select(word => $"{word.Operation} {word.Key} {word.Outcome} '{word.Message}' {word.Reference}"))}";
        foreach (OrderClaim order in some)
        {
            batch.Remove(order);
        }

        run.Batches.RemoveAll(left => left.Count == 0);
        Assert.Equal(_model.Settle(run, words), await run.Real.SettleAsync(words));
    }

    private void Resolve()
    {
        if (_found.Count == 0)
        {
            return;
        }

        JournalEntry entry = Any(_found);
        Outcome outcome = random.Next(2) == 0 ? Outcome.Accepted : Outcome.NotSent;
        Last = $"resolve {ModelOrder.LineOf(entry)} as {outcome}";
        ModelOrder? expected = _model.Resolve(entry, outcome, "ann@desk", "seen", clock.GetUtcNow());
        JournalEntry? now = journal.Resolve(entry, outcome, "ann@desk", "seen");
        Assert.Equal(expected?.Line, now is null ? null : ModelOrder.LineOf(now));
    }

    private void RemoveKey(string number)
    {
        Last = $"remove {number}";
        Assert.Equal(_model.Remove(new OrderIdentity(number)), journal.Remove(new RemovalQuery(Keys: [number])) with { Erased = true });
    }

    private void RemoveBefore(DateTimeOffset before)
    {
        Last = $"remove before {before:HHmmss.fff}";
        Assert.Equal(_model.Remove(before), journal.Remove(new RemovalQuery(Before: before)) with { Erased = true });
    }

    private void End(ModelRun run)
    {
        Last = $"end {run.Name}";
        _model.End(run, "Completed");
        run.Summary.EndedBy = "Completed";
        foreach (Outcome outcome in ModelRun.Outcomes)
        {
            run.Summary.SetCount(outcome, run[outcome]);
        }

        run.Real.End(run.Summary);
        run.Real.Dispose();
    }

    private void Drop(ModelRun run)
    {
        Last = $"drop {run.Name}";
        _model.End(run, "Killed");
        run.Real.Dispose();
    }

    // One process falls silent for longer than its lease; the others go on.
    private async Task SleepAsync(ModelRun[] living)
    {
        _slept = true;
        clock.Advance(JournalContract.Lease + TimeSpan.FromSeconds(1));
        Last = "a process falls silent";
        foreach (ModelRun run in living)
        {
            run.IsSilent = run.Clock == sleepyClock;
            Assert.True(run.IsSilent || await run.Real.RenewAsync());
        }
    }

    private void Compare()
    {
        ModelOrder[] all = [.. _model.Orders];
        _found = [.. journal.Find(new JournalQuery())];
        Assert.Equal(all.Select(order => order.Line), _found.Select(ModelOrder.LineOf));
        string[] outcomes = [.. Outcomes.Select(outcome => outcome.ToString()).Append("Sending").Where(_ => random.Next(3) == 0)];
        string[] known = random.Next(2) == 0 ? ["Unknown"] : outcomes;
        DateTimeOffset moment = all.Length == 0 ? clock.GetUtcNow() : Any(all).Sent;
        Check(new JournalQuery { Outcomes = known }, order => known.Contains(order.Outcome));
        Check(new JournalQuery { Since = moment, Outcomes = outcomes }, order => order.Sent >= moment && outcomes.Contains(order.Outcome));
        Check(new JournalQuery { Until = moment }, order => order.Sent < moment);
        if (_model.Runs.Where(run => !run.IsRemoved).ToArray() is { Length: > 0 } runs)
        {
            ModelRun run = Any(runs);
            Check(new JournalQuery { RunId = run.Name }, order => order.Run == run);
            Assert.Equal(run.Line, ModelRun.LineOf(Assert.Single(journal.FindRuns(new RunQuery { RunIds = [run.Name] }))));
        }

        void Check(JournalQuery query, Func<ModelOrder, bool> meant)
        {
            string[] lines = [.. all.Where(meant).Select(order => order.Line)];
            int skip = random.Next(3);
            int first = random.Next(1, 5);
            Assert.Equal(lines.Length, journal.Count(query));
            Assert.Equal(lines, journal.Find(query).Select(ModelOrder.LineOf));
            Assert.Equal(lines.Skip(skip).Take(first), journal.Find(query with { Skip = skip, First = first }).Select(ModelOrder.LineOf));
        }
    }

    private async Task LeaveNothingAsync()
    {
        foreach (ModelRun run in _model.Runs.Where(run => run.EndedBy is null).ToArray())
        {
            if (random.Next(2) == 0 && run.Batches.Count > 0)
            {
                await SettleAsync(run);
            }

            End(run);
            Compare();
        }

        Array.ForEach(Numbers, RemoveKey);
        Compare();
        RemoveBefore(DateTimeOffset.MaxValue);
        Assert.Empty(journal.FindRuns(new RunQuery()));
        TimeSpan slept = clock.GetUtcNow() - sleepyClock.GetUtcNow();
        sleepyClock.Advance(slept);
        Last = "all was removed";
    }

    private OrderClaim AnyOrder()
    {
        bool repeatable = random.Next(2) == 0;
        return new OrderClaim(repeatable ? "Update" : "Sync", new OrderIdentity(Any(Numbers)), (ulong)random.Next(1, 3), repeatable);
    }

    private T Any<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];
}
