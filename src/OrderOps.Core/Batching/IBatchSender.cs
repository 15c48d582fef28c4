using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>How one service takes a batch: the part of a run that a slice supplies.</summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
internal interface IBatchSender<TWork>
    where TWork : class, ISendWork
{
    /// <summary>What ends the whole run, once a reply has shown that no order can succeed.</summary>
    ServiceConfigurationException? Fatal { get; }

    /// <summary>Requests that left the machine so far.</summary>
    long RequestCount { get; }

    /// <summary>Sends a batch and settles the result of each of its items. Does not throw for what a service or network does.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="control">Says when to stop.</param>
    /// <returns>A task that ends when all are settled.</returns>
    Task SendAsync(Batch<TWork> batch, RunControl control);
}
