using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>Where the inputs of failed orders are kept, to be mended and sent again.</summary>
internal interface IFailedOrders
{
    /// <summary>What went wrong with keeping them; the run ends with it.</summary>
    Exception? Failure { get; }

    /// <summary>Keeps those of a batch that failed, before anything else is done with its results.</summary>
    void Keep(IReadOnlyList<OrderResult> results);

    /// <summary>Ends it.</summary>
    /// <param name="completed">Whether the run went to its end, so that every input has an outcome.</param>
    /// <returns>What the user should know of it.</returns>
    IReadOnlyList<string> Close(bool completed);
}
