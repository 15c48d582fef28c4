using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Tests.Journal.Orders.Model;

/// <summary>What the contract says of a journal, kept in memory in the plainest way.</summary>
internal sealed class JournalModel
{
    private readonly Dictionary<(string, OrderIdentity), ModelOrder> _orders = [];
    private int _turn;

    public List<ModelRun> Runs { get; } = [];

    /// <summary>The orders, the one sent last first.</summary>
    public IEnumerable<ModelOrder> Orders => _orders.Values.Select(order => order.Seen).OrderByDescending(order => order.Turn);

    public ModelOrder? Find(string operation, OrderIdentity key) => _orders.TryGetValue((operation, key), out ModelOrder? order) ? order : null;

    public List<ClaimKind> Claim(ModelRun run, IReadOnlyList<OrderClaim> orders)
    {
        run.LastSeen = run.Clock.GetUtcNow();
        List<ClaimKind> kinds = [.. orders.Select(order => Claim(run, order))];
        run.Batches.Add([.. orders.Where((_, place) => kinds[place] == ClaimKind.Send)]);
        return kinds;
    }

    /// <returns>The places of those that are not the run's any more.</returns>
    public List<int> Settle(ModelRun run, IReadOnlyList<SettledOrder> orders)
    {
        foreach (SettledOrder order in orders)
        {
            run.Count(order.Outcome);
        }

        return [.. Enumerable.Range(0, orders.Count).Where(place => !Settle(run, orders[place]))];
    }

    /// <summary>Whatever a run still has in hand is Unknown.</summary>
    public void End(ModelRun run, string by)
    {
        run.EndedBy = by;
        run.LastSeen = by == "Killed" ? run.LastSeen : run.Clock.GetUtcNow();
        run.Count(Outcome.Unknown, run.Sending);
        run.Sending = 0;
        run.Batches.Clear();
        foreach (ModelOrder order in _orders.Values.Where(order => order.IsSending && order.Run == run).ToArray())
        {
            Put(order.Unknown);
        }
    }

    public ModelOrder? Resolve(JournalEntry entry, Outcome outcome, string who, string reason, DateTimeOffset now)
    {
        if (Find(entry.Operation, entry.Identity) is not { IsHeld: false } order || !order.IsAsFound(entry))
        {
            return null;
        }

        return Put(order with { Outcome = outcome.ToString(), Message = $"Settled by {who}: {reason}", Settled = now, ResolvedBy = who });
    }

    public Removal Remove(OrderIdentity key)
    {
        ModelOrder[] meant = [.. _orders.Values.Where(order => order.Key == key)];
        return new Removal(RemoveAll(meant.Where(order => !order.IsHeld)), 0, meant.Count(order => order.IsHeld));
    }

    public Removal Remove(DateTimeOffset before)
    {
        ModelOrder[] meant = [.. _orders.Values.Where(order => order.Sent < before)];
        long orders = RemoveAll(meant.Where(order => order.Outcome is not ("Sending" or "Unknown")));
        ModelRun[] empty = [.. Runs.Where(run => !run.IsRemoved && run.EndedBy is not null && run.LastSeen < before && _orders.Values.All(order => order.Run != run))];
        Array.ForEach(empty, run => run.IsRemoved = true);
        return new Removal(orders, empty.Length, meant.Count(order => order.Outcome is "Sending" or "Unknown"));
    }

    private ClaimKind Claim(ModelRun run, OrderClaim claim)
    {
        ModelOrder? known = Find(claim.Operation, claim.Key);
        if (known is { IsSending: true } && known.Run == run)
        {
            if (!claim.Repeatable)
            {
                run.Count(Outcome.NotSent);
                return ClaimKind.Held;
            }

            Put(known with { Content = 0 });
            (ModelOrder? before, bool again, int hands, _) = run.Taken[(claim.Operation, claim.Key)];
            run.Taken[(claim.Operation, claim.Key)] = (before, again, hands + 1, true);
            return ClaimKind.Send;
        }

        ClaimKind kind = known is null ? ClaimKind.Send
            : known.IsHeld ? ClaimKind.Held
            : known.Seen.Outcome switch
            {
                "Accepted" or "Duplicate" => run.Rules.ResendAccepted || (claim.Repeatable && !(run.Rules.SkipUnchanged && known.Content == claim.Content)) ? ClaimKind.Send : ClaimKind.Skip,
                "Unknown" => claim.Repeatable || run.Rules.ResendUnknown ? ClaimKind.Send : ClaimKind.StayUnknown,
                _ => ClaimKind.Send,
            };
        switch (kind)
        {
            case ClaimKind.Send:
                DateTimeOffset now = run.Clock.GetUtcNow();
                run.Sending++;
                int others = run.Taken.TryGetValue((claim.Operation, claim.Key), out (ModelOrder?, bool, int Hands, bool) other) ? other.Hands : 0;
                run.Taken[(claim.Operation, claim.Key)] = (known, claim.Repeatable, others + 1, others > 0);
                Put(new ModelOrder(claim.Operation, claim.Key, run, _turn++, known?.FirstSent ?? now, now, claim.Content) { Attempts = known?.Attempts ?? 0 });
                break;
            case ClaimKind.Skip:
                run.Count(Outcome.Skipped);
                break;
            case ClaimKind.StayUnknown:
                run.Count(Outcome.Unknown);
                break;
            default:
                run.Count(Outcome.NotSent);
                break;
        }

        return kind;
    }

    private bool Settle(ModelRun run, SettledOrder word)
    {
        (string, OrderIdentity) place = (word.Operation, word.Key);
        (ModelOrder? earlier, bool repeatable, int hands, bool shared) = run.Taken[place];
        if (hands > 1)
        {
            run.Taken[place] = (earlier, repeatable, hands - 1, shared);
        }
        else
        {
            run.Taken.Remove(place);
        }

        if (Find(word.Operation, word.Key) is not { } order || order.Run != run || order.ResolvedBy is not null)
        {
            return false;
        }

        bool nothing = word.Outcome is Outcome.NotSent or Outcome.Invalid;
        if (nothing && shared && (hands > 1 || (!order.IsSending && order.Settled is not null)))
        {
            Put(order with { Attempts = order.Attempts + word.Attempts });
            return true;
        }

        bool stands = earlier is not null
            && (nothing || (word.Outcome == Outcome.Rejected && !repeatable && earlier.Outcome is "Accepted" or "Duplicate"));
        if (stands && !order.IsSending)
        {
            return false;
        }

        run.Sending -= order.IsSending ? 1 : 0;
        int attempts = order.Attempts + word.Attempts;
        Put(stands
            ? (earlier!.IsSending ? earlier.Unknown : earlier) with { Attempts = attempts }
            : order with
            {
                Outcome = word.Outcome.ToString(), Message = word.Message, Reference = word.Reference, Attempts = attempts, Batch = word.Batch,
                Status = word.StatusCode, Settled = run.Clock.GetUtcNow(),
            });
        return true;
    }

    private ModelOrder Put(ModelOrder order) => _orders[(order.Operation, order.Key)] = order;

    private int RemoveAll(IEnumerable<ModelOrder> orders)
    {
        ModelOrder[] gone = [.. orders];
        Array.ForEach(gone, order => _orders.Remove((order.Operation, order.Key)));
        return gone.Length;
    }
}
