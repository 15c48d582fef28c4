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

    /// <summary>Looks, without claiming, what a claim would say now.</summary>
    /// <param name="order">The order.</param>
    ClaimAnswer Foresee(OrderClaim order);

    /// <summary>Claims orders in one transaction; it is on the disk when the task ends. In the order of the claims.</summary>
    /// <param name="orders">The orders.</param>
    /// <exception cref="StoreException">Nothing was claimed, and nothing may be sent.</exception>
    Task<IReadOnlyList<ClaimAnswer>> ClaimAsync(IReadOnlyList<OrderClaim> orders);

    /// <summary>Renews a lease that ran out, before a request leaves that was claimed under it.</summary>
    /// <param name="orders">What the request carries: orders that this run claimed and has not settled.</param>
    /// <returns>The places of those that another run has taken over or settled meanwhile; where there are any, nothing may leave.</returns>
    /// <exception cref="StoreException">It could not be renewed, and nothing may leave.</exception>
    Task<IReadOnlyList<int>> HoldAsync(IReadOnlyList<OrderClaim> orders);

    /// <summary>Writes outcomes in one transaction; it is on the disk when the task ends.</summary>
    /// <param name="orders">What became of orders that this run claimed.</param>
    /// <returns>The places of those that another run has taken over meanwhile: theirs stays as that run wrote it.</returns>
    /// <exception cref="StoreException">The outcomes could not be written.</exception>
    Task<IReadOnlyList<int>> SettleAsync(IReadOnlyList<SettledOrder> orders);

    /// <summary>Writes how the run ended, with its counts. What it still holds becomes Unknown.</summary>
    /// <param name="summary">The run.</param>
    /// <exception cref="StoreException">It could not be written.</exception>
    void End(RunSummary summary);
}
