using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>Where the receiver puts what it was sent. The narrow seam between answering requests and the inbox.</summary>
internal interface IPostingSink
{
    /// <summary>Stores a body. It ends only after the commit.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="receivedAt">When it had come.</param>
    /// <param name="remote">The address that sent it.</param>
    /// <param name="cancellationToken">Gives up waiting; what is stored nevertheless is known when it comes again.</param>
    /// <returns>The JSON to answer.</returns>
    /// <exception cref="Exception">It is not stored: the sender is told to come again.</exception>
    Task<string> StoreAsync(byte[] body, DateTimeOffset receivedAt, string? remote, CancellationToken cancellationToken);

    /// <summary>What it counted, by the names of the health page.</summary>
    IReadOnlyList<KeyValuePair<string, object?>> Counters { get; }
}
