using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>A run on a journal that was opened for looking only: it tells what would be, and nothing may be sent.</summary>
internal sealed class ForeseeingRun(OrderForesight foresight, SendRules rules, string path) : IJournalRun
{
    /// <inheritdoc />
    public bool HoldsLease => false;

    /// <inheritdoc />
    public Task<bool> RenewAsync() => Task.FromResult(false);

    /// <inheritdoc />
    public ClaimAnswer Foresee(OrderClaim order) => foresight.Of(order, rules, 0);

    /// <inheritdoc />
    public Task<IReadOnlyList<ClaimAnswer>> ClaimAsync(IReadOnlyList<OrderClaim> orders, bool claimsFollow = false) => throw SqliteJournal.LookingOnly(path);

    /// <inheritdoc />
    public Task<IReadOnlyList<int>> SettleAsync(IReadOnlyList<SettledOrder> orders, bool claimsFollow = false) => throw SqliteJournal.LookingOnly(path);

    /// <summary>Writes nothing.</summary>
    public void End(RunSummary summary)
    {
    }

    public void Dispose() => foresight.Dispose();
}
