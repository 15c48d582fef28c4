using System;
using System.Collections.Generic;

namespace OrderOps.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed class SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether accepted orders are kept, so that they can be looked at and cancelled. When false, only the counts and
    /// 64-bit hashes remain, of each order's key for the duplicate check and of an upsert's values: a million orders cost
    /// some 40 MB, and their AWB numbers are not known to a later cancel. What is posted to the external service is then
    /// answered but not kept. Set <see cref="KeepRequests"/> to 0 as well for measuring.
    /// </summary>
    public bool KeepOrders { get; set; } = true;

    /// <summary>How many of the last requests are kept with their bodies; 0 keeps none, the count goes on.</summary>
    public int KeepRequests { get; set; } = 1000;

    /// <summary>A wait before each request is looked at, as a far-away service has.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How many external orders there are to list, 0 to 1,000,000; see <see cref="External.ExternalSandbox.OrderCount"/>.</summary>
    public int ExternalOrders { get; set; } = 3000;

    /// <summary>Order numbers that are poisoned from the start; see <see cref="Itl.ItlSandbox.Poison"/>.</summary>
    public IList<string> PoisonedOrders { get; } = new List<string>();
}
