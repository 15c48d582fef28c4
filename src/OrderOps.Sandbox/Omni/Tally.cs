using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace OrderOps.Sandbox.Omni;

/// <summary>Counts while several postings are in flight; a snapshot of it is the ledger.</summary>
internal sealed class Tally
{
    private const int MostReasons = 50;
    private const string OtherReasons = "other";

    private readonly object _gate = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly LatencyHistogram _latencies = new();
    private int _postings;
    private int _sent;
    private int _retries;
    private bool _stopped;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Took(OutgoingPosting posting)
    {
        lock (_gate)
        {
            _postings++;
            Increment(_kinds, posting.Kind);
        }
    }

    public void Sending(bool again)
    {
        lock (_gate)
        {
            _sent++;
            _retries += again ? 1 : 0;
        }
    }

    public void Acknowledged(TimeSpan latency)
    {
        lock (_gate)
        {
            _latencies.Add(latency);
        }
    }

    public void Settled(PostingAnswer answer)
    {
        lock (_gate)
        {
            Increment(_outcomes, answer.Outcome);
            if (answer.Outcome != PostingAnswer.Acknowledged)
            {
                Increment(_reasons, _reasons.Count < MostReasons || _reasons.ContainsKey(answer.Reason) ? answer.Reason : OtherReasons);
            }
        }
    }

    public void Stopped()
    {
        lock (_gate)
        {
            _stopped = true;
        }
    }

    public void Ended() => _watch.Stop();

    public OmniLedger Snapshot(Uri address, int credentialRequests)
    {
        lock (_gate)
        {
            int acknowledged = Count(_outcomes, PostingAnswer.Acknowledged);
            int refused = Count(_outcomes, PostingAnswer.Refused);
            int unanswered = Count(_outcomes, PostingAnswer.Unanswered);
            return new OmniLedger
            {
                Address = address.AbsoluteUri,
                Postings = _postings,
                New = Count(_kinds, OutgoingPosting.New),
                Repeats = Count(_kinds, OutgoingPosting.Repeat),
                Renumbered = Count(_kinds, OutgoingPosting.Renumbered),
                Acknowledged = acknowledged,
                Refused = refused,
                Unanswered = unanswered,
                NotSent = _postings - acknowledged - refused - unanswered,
                Sent = _sent,
                Retries = _retries,
                CredentialRequests = credentialRequests,
                Reasons = new Dictionary<string, int>(_reasons),
                P50Ms = _latencies.PercentileMs(0.5),
                P99Ms = _latencies.PercentileMs(0.99),
                MaxMs = _latencies.SlowestMs,
                Elapsed = _watch.Elapsed,
                AcknowledgedPerSecond = acknowledged / Math.Max(_watch.Elapsed.TotalSeconds, 1e-6),
                Stopped = _stopped,
            };
        }
    }

    private static int Count(Dictionary<string, int> counts, string name) => counts.TryGetValue(name, out int count) ? count : 0;

    private static void Increment(Dictionary<string, int> counts, string name) => counts[name] = Count(counts, name) + 1;
}
