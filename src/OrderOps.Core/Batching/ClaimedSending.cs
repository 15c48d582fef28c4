using System.Collections.Generic;
using System.Threading.Tasks;
using OrderOps.Transport;

namespace OrderOps.Batching;

/// <summary>The one way from a sender to its transport.</summary>
internal static class ClaimedSending
{
    /// <summary>Sends a request while its run goes on and what it carries is this run's.</summary>
    /// <param name="transport">What carries it.</param>
    /// <param name="request">The request.</param>
    /// <param name="items">What it carries.</param>
    /// <param name="control">The run.</param>
    public static Task<ServiceReply> SendAsync(this ServiceTransport transport, ServiceRequest request, IReadOnlyList<ISendWork> items, RunControl control)
    {
        request.Gate = control.Journal is { } journal ? new ClaimGate(journal, items) : null;
        return transport.SendAsync(request, control.StopToken, control.AbortToken);
    }
}
