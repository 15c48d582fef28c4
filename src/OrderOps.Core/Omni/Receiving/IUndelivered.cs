using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>What was stored and waits for the pipeline. The narrow seam between the inbox and what emits from it.</summary>
internal interface IUndelivered
{
    /// <summary>Whether a failure passes, such as a full disk: what was asked is to be asked again.</summary>
    bool IsPassing(Exception failure);

    /// <summary>
    /// Takes the next, the oldest first. What was taken is not taken a second time. As many again may be made ready for
    /// the next time.
    /// </summary>
    IReadOnlyList<UndeliveredPosting> Take(int maximum);

    /// <summary>Ends when there may be something to take.</summary>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>These were taken and not emitted.</summary>
    void PutBack(IReadOnlyList<long> ids);

    /// <summary>The next command has taken them. It ends when that is on disk.</summary>
    Task MarkDeliveredAsync(IReadOnlyList<long> ids);
}

/// <summary>A posting on its way into the pipeline.</summary>
/// <param name="Id">Its number in the inbox.</param>
/// <param name="Posting">What is emitted.</param>
internal readonly record struct UndeliveredPosting(long Id, object Posting);
