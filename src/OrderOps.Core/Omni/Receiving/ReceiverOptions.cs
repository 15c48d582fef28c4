using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>How a receiver of postings listens and what it lets in.</summary>
internal sealed record ReceiverOptions
{
    /// <summary>The header sets of which a request has to carry one. Several are active at once while credentials rotate.</summary>
    public IReadOnlyList<HeaderSet> Headers { get; init; } = [];

    /// <summary>Lets requests without credentials in.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Lets it listen on an address that other machines reach.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Bytes that a body may have.</summary>
    public int MaximumBodySize { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long a body may take to arrive, and again how long storing may take. Twice this stays below the 45 s after which Omni gives up.</summary>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Requests whose bodies are being read or stored, at the most; more are told to come again.</summary>
    public int MaximumInHand { get; init; } = 256;

    /// <summary>Bytes of bodies in hand, at the most; more are told to come again.</summary>
    public long MaximumBytesInHand { get; init; } = 256L * 1024 * 1024;

    /// <summary>Hands out credentials; null offers no Get Credential address.</summary>
    public CredentialOffer? Credentials { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
