using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>One run in the journal: it claims orders before they are sent and settles them after.</summary>
internal interface IJournalRun : IDisposable
{
    /// <summary>
    /// Whether what was claimed is still this run's, by its clocks alone: asked before every attempt. Once the lease has run
    /// out another process may take the orders for Unknown, so nothing may leave any more.
    /// </summary>
    bool HoldsLease { get; }

    /// <summary>
    /// Renews a lease that has run out, if no other run has taken over any of the orders meanwhile; else it is lost for good,
    /// <see cref="Foresee"/> says who has an order now, and nothing more may leave.
    /// </summary>
    /// <returns>Whether it holds again.</returns>
    /// <exception cref="StoreException">It could not be written; nothing may leave.</exception>
    Task<bool> RenewAsync();

    /// <summary>Looks, without claiming, what a claim would say now.</summary>
    /// <param name="order">The order.</param>
    ClaimAnswer Foresee(OrderClaim order);

    /// <summary>Claims orders in one transaction; it is on the disk when the task ends. In the order of the claims.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="claimsFollow">Whether this run is about to claim others, so that it may wait a moment to be written with them.</param>
    /// <exception cref="StoreException">Nothing was claimed, and nothing may be sent; <c>JournalLeaseLost</c> where another run took orders over.</exception>
    Task<IReadOnlyList<ClaimAnswer>> ClaimAsync(IReadOnlyList<OrderClaim> orders, bool claimsFollow = false);

    /// <summary>Writes outcomes in one transaction; it is on the disk when the task ends.</summary>
    /// <param name="orders">What became of orders that this run claimed.</param>
    /// <param name="claimsFollow">Whether this run is about to claim others, so that it may wait a moment to be written with them.</param>
    /// <returns>The places of those that another run has taken over meanwhile: theirs stays as that run wrote it.</returns>
    /// <exception cref="StoreException">The outcomes could not be written.</exception>
    Task<IReadOnlyList<int>> SettleAsync(IReadOnlyList<SettledOrder> orders, bool claimsFollow = false);

    /// <summary>Writes how the run ended, with its counts. What it still holds becomes Unknown.</summary>
    /// <param name="summary">The run.</param>
    /// <exception cref="StoreException">It could not be written.</exception>
    void End(RunSummary summary);
}
