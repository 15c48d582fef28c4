using System;
using System.Collections.Generic;

namespace OrderOps.Sandbox.Omni;

/// <summary>Where Omni posts to, as whom, and how hard.</summary>
public sealed class OmniOptions
{
    /// <summary>Names the receiver.</summary>
    public OmniOptions(Uri address) => Address = address ?? throw new ArgumentNullException(nameof(address));

    /// <summary>The receiver's address.</summary>
    public Uri Address { get; }

    /// <summary>Credentials, as headers of each posting (vendor page: static key/value pairs).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>The <i>Get Credential</i> address, asked once a 401 comes; null if there is none.</summary>
    public Uri? CredentialAddress { get; set; }

    /// <summary>Postings a second; 0 for as many as the receiver takes.</summary>
    public double Rate { get; set; }

    /// <summary>Postings in flight at a time.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>How long an answer may take (vendor page: 45 s).</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How often a posting is sent again that got no answer, or 408, 429 or 5xx. What Omni itself does is not known.</summary>
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>The wait before the first retry; it doubles with each further one. A longer Retry-After is kept.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a retry.</summary>
    public TimeSpan MaximumRetryWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Take any certificate.</summary>
    public bool SkipCertificateCheck { get; set; }
}
