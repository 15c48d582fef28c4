using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Sandbox;

/// <summary>
/// The faults that a sandbox was asked for. Rules of <see cref="Next"/> queue up behind each other; all others apply
/// side by side with them. Where a rule is <c>on</c> something, that is a service (<c>itl</c>, <c>integration</c>,
/// <c>external</c>), an operation (<c>sync</c>, <c>cancel</c>; <c>orders</c>, <c>products</c>; those of
/// <see cref="External.ExternalSandbox"/>) or both (<c>itl/sync</c>). Faults of entries and of <c>data</c> change only what
/// ITL answers. All members may be used from any thread.
/// </summary>
public sealed class FaultPlan
{
    /// <summary>For <c>times</c>: until <see cref="Clear"/>.</summary>
    public const int Unlimited = -1;

    private readonly List<FaultRule> _rules = [];
    private long _applied;

    internal FaultPlan()
    {
    }

    /// <summary>The names that <see cref="Add"/> takes, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names => FaultCatalogue.Names;

    /// <summary>How many faults have been applied so far.</summary>
    public long Applied
    {
        get
        {
            lock (_rules)
                return _applied;
        }
    }

    /// <summary>Applies to the next requests, after what was queued before.</summary>
    public FaultPlan Next(Fault fault, int times = 1, string? on = null) => Enlist(new(fault, Scope(on), Times(times), queues: true));

    /// <summary>Applies to every request.</summary>
    public FaultPlan Always(Fault fault, string? on = null) => Enlist(new(fault, Scope(on), Unlimited));

    /// <summary>Applies to every k-th request, the k-th first.</summary>
    public FaultPlan Every(int requests, Fault fault, string? on = null)
        => requests >= 1
            ? Enlist(new(fault, Scope(on), Unlimited, requests))
            : throw new ArgumentOutOfRangeException(nameof(requests), requests, "Every how many requests? At least 1.");

    /// <summary>
    /// Applies to requests that fulfil a condition. It is called on the server's threads, so it can't be a script block;
    /// scripts have <c>Order</c>, <c>On</c> and <c>Every</c> of <see cref="Add"/>.
    /// </summary>
    public FaultPlan When(Func<SandboxRequest, bool> condition, Fault fault, int times = Unlimited) => Enlist(new(fault, condition, Times(times)));

    /// <summary>Applies to requests that name an order number (or, for a cancel, an AWB number).</summary>
    public FaultPlan ForOrder(string orderNumber, Fault fault, int times = Unlimited)
        => When(request => request.Keys.Contains(orderNumber, StringComparer.Ordinal), fault, times);

    /// <summary>
    /// Adds a fault by its name, for scripts. The names without arguments are DataArray, DataEmpty, DataFromZero,
    /// EmptyBody, Forbidden, Garbage, MissingReference, MixedTypes, OtherWords, ResetAfter, ResetBefore, Truncated and
    /// Unauthorized. With arguments, all optional unless marked *:
    /// Body (Text*, StatusCode, ContentType, Processed), Compressed (Coding: gzip or deflate),
    /// Delay, DelayReply and SlowDrip (Seconds or Milliseconds; default 1 s), Html (Processed),
    /// MissingEntry (Entry, Shift), Oversize (Megabytes or Bytes), Redirect (Location), RequestTimeout (Processed),
    /// ServerError (StatusCode, Processed, RetryAfter), ServiceUnavailable (RetryAfter, AsDate),
    /// Status (StatusCode*, Processed), TooManyRequests (RetryAfter, AsDate).
    /// Every fault also takes On (a service or operation), Order (an order number) and Every (each k-th request);
    /// without Order and Every it applies to the next requests.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>, without regard to case.</param>
    /// <param name="times">How often; -1 for ever.</param>
    /// <param name="arguments">Names, without regard to case, and values.</param>
    /// <exception cref="ArgumentException">There is no such fault or argument, or a value can't be read.</exception>
    public FaultPlan Add(string name, int times = 1, IDictionary? arguments = null)
    {
        var given = new FaultArguments(name, arguments);
        var fault = FaultCatalogue.Create(name, given);
        var scope = Scope(given.Text("On"));
        var order = given.Text("Order");
        var every = given.Number("Every");
        given.RefuseUnread();
        if (every < 1)
            throw new ArgumentException("Every counts requests: at least 1.", nameof(arguments));
        return Enlist(new(
            fault,
            order is null ? scope : request => scope(request) && request.Keys.Contains(order, StringComparer.Ordinal),
            Times(times),
            every ?? 1,
            queues: order is null && every is null));
    }

    /// <summary>Forgets all faults that are still due.</summary>
    public void Clear()
    {
        lock (_rules)
            _rules.Clear();
    }

    internal IReadOnlyList<Fault> Take(SandboxRequest request)
    {
        lock (_rules)
        {
            if (_rules.Count == 0)
                return [];
            var due = new List<Fault>();
            var queueServed = false;
            foreach (var rule in _rules)
            {
                if ((rule.Queues && queueServed) || !rule.Matches(request))
                    continue;
                queueServed |= rule.Queues;
                if (rule.TryUse())
                    due.Add(rule.Fault);
            }

            _rules.RemoveAll(rule => rule.IsUsedUp);
            _applied += due.Count;
            return due;
        }
    }

    private FaultPlan Enlist(FaultRule rule)
    {
        lock (_rules)
            _rules.Add(rule);
        return this;
    }

    private static int Times(int times)
        => times is Unlimited or >= 1 ? times : throw new ArgumentOutOfRangeException(nameof(times), times, "How often? At least once, or -1 for ever.");

    private static Func<SandboxRequest, bool> Scope(string? on)
        => on is null
            ? _ => true
            : request => on.Equals(request.Service, StringComparison.OrdinalIgnoreCase)
                || on.Equals(request.Operation, StringComparison.OrdinalIgnoreCase)
                || on.Equals(request.Service + "/" + request.Operation, StringComparison.OrdinalIgnoreCase);
}
