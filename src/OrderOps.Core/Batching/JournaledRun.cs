using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>
/// The journal's part in a run: what is known is settled without a request, what is sent is claimed first and settled
/// after. It never throws for what the journal does: the first failure ends the run.
/// </summary>
internal sealed class JournaledRun : IDisposable
{
    private static readonly Task<string?> Open = Task.FromResult<string?>(null);

    private readonly object _looking = new();
    private readonly IJournalRun _run;
    private readonly string _runId;
    private readonly SendRules _rules;
    private readonly LookRule _look;
    private readonly ConcurrentQueue<string> _warnings = new();
    private Exception? _failure;
    private long _stillUnknown;

    private JournaledRun(IJournalRun run, string runId, SendRules rules)
    {
        _run = run;
        _runId = runId;
        _rules = rules;

        // A journal that was opened for looking only holds no lease and claims nothing: its looks are all that there is.
        _look = new LookRule(always: !run.HoldsLease);
    }

    /// <summary>Whether claims are still this run's, by the clock alone.</summary>
    public bool HoldsLease => _run.HoldsLease;

    /// <summary>What the journal failed with.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>Begins a run in its journal, if it has one.</summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    public static JournaledRun? Begin(RunJournal? journal, RunSummary summary, IReadOnlyList<string> secrets, TimeProvider time)
    {
        if (journal is null)
        {
            return null;
        }

        (IJournalRun run, string? warning) = journal.Begin(summary, secrets, time.GetLocalNow());
        JournaledRun journaled = new(run, summary.RunId, journal.Rules);
        if (warning is not null)
        {
            journaled._warnings.Enqueue(warning);
        }

        return journaled;
    }

    /// <summary>Takes what the user should be warned of.</summary>
    public bool TryTakeWarning(out string warning) => _warnings.TryDequeue(out warning);

    /// <summary>
    /// Settles an order that the journal knows to need no request, before anybody is asked about it and before it takes
    /// another's place in a batch. Only the claim decides: another process may be faster.
    /// </summary>
    /// <returns>Whether it is settled.</returns>
    public bool SettleKnown(ISendWork work)
    {
        if (Failure is not null || !Looks(work.IsRepeatable) || !_look.IsDue())
        {
            return false;
        }

        try
        {
            // The content matters only where the same content is skipped, and costs the most of a look.
            ClaimAnswer answer = Foresee(ClaimOf(work, _rules.SkipUnchanged ? work.HashContent() : 0));
            _look.Note(isKnown: answer.Earlier is not null);
            return answer.Kind is ClaimKind.Skip or ClaimKind.StayUnknown && !IsToBeSent(work, answer);
        }
        catch (StoreException failure)
        {
            Fail(failure);
            return false;
        }
    }

    /// <summary>
    /// Claims a batch's orders before they are sent, and settles those that are not to be. None is claimed where they could
    /// not be written down.
    /// </summary>
    /// <param name="batch">The batch.</param>
    public async Task ClaimAsync<TWork>(Batch<TWork> batch)
        where TWork : class, ISendWork
    {
        IReadOnlyList<TWork> items = batch.Items;
        try
        {
            OrderClaim[] claims = ClaimsOf(items);
            IReadOnlyList<ClaimAnswer> answers = await _run.ClaimAsync(claims, claimsFollow: batch.Handful?.IsLast() == false).ConfigureAwait(false);
            List<TWork> mine = new(items.Count);
            for (int i = 0; i < items.Count; i++)
            {
                if (IsToBeSent(items[i], answers[i]))
                {
                    mine.Add(items[i]);
                }
            }

            batch.Claimed = mine;
        }
#pragma warning disable CA1031 // Whatever it is, nothing was written down, so nothing may be sent and every order needs its result.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(failure);
        }
    }

    /// <summary>Writes what became of orders that were claimed.</summary>
    /// <param name="items">The orders.</param>
    /// <param name="claimsFollow">Whether others are about to be claimed.</param>
    public async Task SettleAsync(IReadOnlyList<ISendWork> items, bool claimsFollow)
    {
        SurprisingDuplicates.Warn(items);
        try
        {
            IReadOnlyList<int> lost = await _run.SettleAsync(items.Select(SettledOf).ToArray(), claimsFollow).ConfigureAwait(false);
            foreach (OrderResult result in lost.Select(place => items[place].Result))
            {
                result.Warning = $"{(result.Warning is { } other ? other + " " : "")}This run's claim on {result.Key} had lapsed, and another run took it over: the journal keeps that run's word on it.";
            }
        }
#pragma warning disable CA1031 // What is known of the orders has to come out, whatever it is.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(OutcomesNotWritten(failure, items.Count));
        }
    }

    /// <summary>Renews the claim on orders where it has lapsed.</summary>
    /// <returns>Why they may not be sent; nothing where they may.</returns>
    public Task<string?> RenewAsync(IReadOnlyList<ISendWork> items) => HoldsLease ? Open : RenewLapsedAsync(items[0]);

    /// <summary>Writes how the run ended.</summary>
    public void End(RunSummary summary)
    {
        long stillUnknown = Interlocked.Exchange(ref _stillUnknown, 0);
        if (stillUnknown > 0)
        {
            _warnings.Enqueue(string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1} not sent again, as it is not known whether an earlier run's request arrived. Look in the service's panel; then settle with Resolve-OrderOpsOrder, or send again with -Resend Unknown.",
                stillUnknown,
                stillUnknown == 1 ? "order was" : "orders were"));
        }

        try
        {
            _run.End(summary);
        }
        catch (StoreException failure)
        {
            Fail(failure);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _run.Dispose();

    private ClaimAnswer Foresee(OrderClaim order)
    {
        lock (_looking)
        {
            return _run.Foresee(order);
        }
    }

    // No look where a claim could only say that it is to be sent.
    private bool Looks(bool repeatable) =>
        repeatable ? _rules.SkipUnchanged && !_rules.ResendAccepted : !(_rules.ResendAccepted && _rules.ResendUnknown);

    private bool IsToBeSent(ISendWork work, ClaimAnswer answer)
    {
        if (answer.Kind == ClaimKind.StayUnknown)
        {
            Interlocked.Increment(ref _stillUnknown);
        }

        return ClaimVerdict.IsToBeSent(work, answer);
    }

    private async Task<string?> RenewLapsedAsync(ISendWork first)
    {
        try
        {
            if (await _run.RenewAsync().ConfigureAwait(false))
            {
                return null;
            }

            JournalEntry? now = Foresee(ClaimOf(first, 0)).Earlier;
            return now is null || now.RunId == _runId
                ? "its claim in the journal had lapsed, and another run took over orders of this one"
                : $"its claim in the journal had lapsed, and run {now.RunId} took it over";
        }
#pragma warning disable CA1031 // Whatever it is, the request must not leave, and its orders need their results.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(failure);
            return $"its claim in the journal had lapsed and could not be renewed: {failure.Message.TrimEnd('.')}";
        }
    }

    private void Fail(Exception failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    private static Exception OutcomesNotWritten(Exception failure, int count)
    {
        string message = string.Format(
            CultureInfo.InvariantCulture, "What became of {0} {1} could not be written to the journal, which will know {2} as Unknown: {3}",
            count, count == 1 ? "order" : "orders", count == 1 ? "it" : "them", failure.Message);
        return failure is StoreException store
            ? new StoreException(store.ErrorId, store.Path, message, store.RecommendedAction, store)
            : new InvalidOperationException(message, failure);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static OrderClaim[] ClaimsOf(IReadOnlyList<ISendWork> items)
    {
        OrderClaim[] claims = new OrderClaim[items.Count];
        for (int i = 0; i < claims.Length; i++)
        {
            claims[i] = ClaimOf(items[i], items[i].HashContent());
        }

        return claims;
    }

    private static OrderClaim ClaimOf(ISendWork work, ulong content) => new(work.Result.Operation, work.Identity, content, work.IsRepeatable);

    [MethodImpl(Compiled.AtOnce)]
    private static SettledOrder SettledOf(ISendWork work)
    {
        OrderResult result = work.Result;
        return new SettledOrder(
            result.Operation,
            work.Identity,
            OutcomeName.Of(result.Outcome),
            result.Message,
            result.Reference,
            result.Batch,
            result.Attempts,
            result.StatusCode);
    }
}
