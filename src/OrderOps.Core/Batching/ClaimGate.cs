using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Transport;

namespace OrderOps.Batching;

/// <summary>Lets a request leave while the journal's claim on what it carries holds.</summary>
/// <param name="journal">The run in the journal.</param>
/// <param name="items">What the request carries.</param>
internal sealed class ClaimGate(JournaledRun journal, IReadOnlyList<ISendWork> items) : IRequestGate
{
    /// <inheritdoc />
    public bool IsOpen => journal.HoldsLease;

    /// <inheritdoc />
    public Task<string?> WhyShutAsync() => journal.RenewAsync(items);
}
