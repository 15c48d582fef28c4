using System;
using System.Collections.Generic;
using System.Net;

namespace OrderOps.Transport;

/// <summary>How a connection to a service behaves. Read once, when the transport is made.</summary>
public sealed class TransportOptions
{
    /// <summary>How long one attempt may take, its reply included. 30 seconds; zero or less for no limit.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a failed attempt is repeated. 4; zero for never.</summary>
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>The backoff before the first repeat is up to this long, and twice as long before each further one. 1 second.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest backoff. 30 seconds.</summary>
    public TimeSpan RetryDelayCap { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause that a service may ask for; a longer one ends the exchange at once. 120 seconds.</summary>
    public TimeSpan RetryAfterCap { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long one exchange may go on repeating, all attempts and waits together; no limit by default.</summary>
    public TimeSpan? RetryBudget { get; set; }

    /// <summary>The most connections at a time; zero for no limit of our own.</summary>
    public int MaximumConnections { get; set; }

    /// <summary>The proxy; without it the system's, and none for an address on this machine.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>What the proxy wants to know.</summary>
    public ICredentials? ProxyCredential { get; set; }

    /// <summary>Whether the proxy gets the credentials of the user who runs this.</summary>
    public bool ProxyUseDefaultCredentials { get; set; }

    /// <summary>Whether no proxy is used, not even the system's.</summary>
    public bool NoProxy { get; set; }

    /// <summary>Whether any certificate will do. Secrets travel in bodies: only for tests on a network of one's own.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>Whether http is allowed for other hosts than this machine.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>
    /// After how many failures in a row the breaker opens; at least 2. With <see cref="MaximumConnections"/> in flight
    /// one outage fails them all at once, so that many failures count as one. 5.
    /// </summary>
    public int BreakerThreshold { get; set; } = 5;

    /// <summary>How long the breaker stays open; half a second to a day. 30 seconds.</summary>
    public TimeSpan BreakerDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many attempts the trace remembers; zero for none. 20.</summary>
    public int TraceCapacity { get; set; } = 20;

    /// <summary>How long an attempt in flight may go on after a stop. 800 milliseconds.</summary>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>The largest reply that is read, in bytes after decompression. 32 MB.</summary>
    public int MaximumReplyBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>What the service is told about who calls.</summary>
    public string UserAgent { get; set; } = "OrderOps/" + typeof(TransportOptions).Assembly.GetName().Version.ToString(3);

    /// <summary>Values that must appear nowhere, whatever they stand in: the connection's credentials. Values under 4 characters are known by their field's name only.</summary>
    public IEnumerable<string> Secrets { get; set; } = Array.Empty<string>();

    /// <summary>A trace shared with other transports; without it the transport has its own.</summary>
    public ExchangeTrace? Trace { get; set; }
}
