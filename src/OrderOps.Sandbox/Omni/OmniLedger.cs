using System;
using System.Collections.Generic;

namespace OrderOps.Sandbox.Omni;

/// <summary>What was sent and what came back: <c>Postings = Acknowledged + Refused + Unanswered + NotSent</c>.</summary>
public sealed class OmniLedger
{
    /// <summary>The receiver's address.</summary>
    public string Address { get; internal set; } = "";

    /// <summary>Postings in all, repeats among them.</summary>
    public int Postings { get; internal set; }

    /// <summary>Postings whose message id was not sent before.</summary>
    public int New { get; internal set; }

    /// <summary>Postings with the very bytes of an earlier one.</summary>
    public int Repeats { get; internal set; }

    /// <summary>Postings with an earlier one's shipments under a new message id.</summary>
    public int Renumbered { get; internal set; }

    /// <summary>Postings that the receiver has: 200 and <c>hasError</c> false.</summary>
    public int Acknowledged { get; internal set; }

    /// <summary>Postings that the receiver does not want.</summary>
    public int Refused { get; internal set; }

    /// <summary>Postings without an answer that settles them.</summary>
    public int Unanswered { get; internal set; }

    /// <summary>Postings that were not sent.</summary>
    public int NotSent { get; internal set; }

    /// <summary>Requests in all, retries among them.</summary>
    public int Sent { get; internal set; }

    /// <summary>Requests that repeated one without an answer, or with 408, 429 or 5xx.</summary>
    public int Retries { get; internal set; }

    /// <summary>How often the <i>Get Credential</i> address was asked.</summary>
    public int CredentialRequests { get; internal set; }

    /// <summary>How many postings were refused or left unanswered, by reason.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; internal set; } = new Dictionary<string, int>();

    /// <summary>Half of the acknowledgements came within this many milliseconds.</summary>
    public double P50Ms { get; internal set; }

    /// <summary>99 of 100 acknowledgements came within this many milliseconds.</summary>
    public double P99Ms { get; internal set; }

    /// <summary>The slowest acknowledgement, in milliseconds.</summary>
    public double MaxMs { get; internal set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Acknowledged postings a second.</summary>
    public double AcknowledgedPerSecond { get; internal set; }

    /// <summary>Whether the run was stopped before its end.</summary>
    public bool Stopped { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant(
        $"{Postings} postings = {Acknowledged} acknowledged + {Refused} refused + {Unanswered} unanswered + {NotSent} not sent; {Repeats} repeats, {Renumbered} renumbered; {Sent} requests, {Retries} retries; {AcknowledgedPerSecond:0}/s, p50 {P50Ms:0.0} ms, p99 {P99Ms:0.0} ms");
}
