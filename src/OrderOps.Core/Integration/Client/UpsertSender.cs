using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Integration;

/// <summary>Sends orders or products as an upsert, which may be repeated: taken twice it is the same as taken once.</summary>
internal sealed class UpsertSender : IBatchSender<UpsertWork>
{
    private const string UnknownId = "IntegrationOutcomeUnknown";

    private readonly IntegrationConnection _connection;
    private readonly ServiceTransport _transport;
    private readonly UpsertEndpoint _endpoint;
    private readonly Halving<UpsertWork> _halving;
    private RunControl? _control;

    /// <summary>Makes one.</summary>
    /// <param name="connection">Where and as whom.</param>
    /// <param name="transport">What carries requests there.</param>
    /// <param name="endpoint">Which of the two endpoints.</param>
    public UpsertSender(IntegrationConnection connection, ServiceTransport transport, UpsertEndpoint endpoint)
    {
        _connection = connection;
        _transport = transport;
        _endpoint = endpoint;
        _halving = new Halving<UpsertWork>(
            AttemptAsync,
            Reject,
            () => _transport.OpenBreaker($"two batches in a row were refused in all their parts, so it is not the {endpoint.Many}"));
    }

    /// <inheritdoc />
    public ServiceConfigurationException? Fatal { get; private set; }

    /// <inheritdoc />
    public long RequestCount => _transport.RequestCount;

    /// <inheritdoc />
    public Task SendAsync(Batch<UpsertWork> batch, RunControl control)
    {
        _control = control;
        return _halving.SendAsync(batch.Items);
    }

    private async Task<WholeRefusal?> AttemptAsync(IReadOnlyList<UpsertWork> items, bool isPart)
    {
        ServiceReply reply = await _transport.SendAsync(Request(items), items, _control!).ConfigureAwait(false);
        foreach (UpsertWork item in items)
        {
            item.Result.Attempts += reply.Attempts;
            item.Result.StatusCode = reply.StatusCode;
        }

        UpsertVerdict verdict = UpsertVerdict.Of(reply, $"{_connection.BaseAddress}{_endpoint.Path}", _transport.Redact);
        switch (verdict.Kind)
        {
            case UpsertVerdictKind.Counts:
                SettleByCounts(items, verdict, CountVerdict.Of(verdict.Reply!.Counts!, items.Count, _endpoint, reply.EarlierAttemptMayHaveArrived, items.All(WasTaken)));
                return null;
            case UpsertVerdictKind.Refused:
                return new WholeRefusal(Words(verdict), reply.StatusCode, Named: ReplyPath.PlaceIn(verdict.Reply!.Path));
            case UpsertVerdictKind.Fatal:
                Fatal ??= verdict.Fatal;
                break;
        }

        foreach (UpsertWork item in items)
        {
            Settle(item.Result, verdict.Outcome, verdict.Message, verdict.Outcome == Outcome.Rejected
                ? $"Wait until the service has recovered and send the {_endpoint.One} again."
                : $"Send the {_endpoint.One} again: an upsert may be repeated.");
        }

        return null;
    }

    private static bool WasTaken(UpsertWork item) =>
        item.Earlier is { KnownOutcome: Outcome.Accepted or Outcome.Duplicate } earlier && earlier.Content == item.HashContent();

    private ServiceRequest Request(IReadOnlyList<UpsertWork> items)
    {
        ServiceRequest request = new("POST", _endpoint.Path, RepeatPolicy.Idempotent)
        {
            Body = EntryWriter.WriteBody(items),
            Label = $"upsert of {items.Count}",
            Judge = UpsertVerdict.Judge,
        };
        request.Headers.Add(new("token", _connection.Token.Reveal()));
        return request;
    }

    private void SettleByCounts(IReadOnlyList<UpsertWork> items, UpsertVerdict said, CountVerdict counts)
    {
        string ours = counts.Action is null ? "The service took it." : counts.Action + ".";
        foreach (UpsertWork item in items)
        {
            item.Result.Action = counts.Action;
            Settle(item.Result, counts.Outcome, counts.Message ?? (said.Message.Length > 0 ? said.Message : ours), counts.Remedy);
        }

        items[0].Result.Warning = counts.Warning;
    }

    private void Settle(OrderResult result, Outcome outcome, string message, string? remedy)
    {
        string? errorId = outcome switch { Outcome.Unknown => UnknownId, Outcome.Rejected => _endpoint.RejectedId, _ => null };
        result.Settle(outcome, message, errorId, errorId is null ? null : remedy);
    }

    private void Reject(UpsertWork item, WholeRefusal refusal)
    {
        string words = refusal.Alone
            ? refusal.Message
            : $"{refusal.Message} (Refused with its whole batch and not tried alone, because halving had been stopped.)";
        Settle(item.Result, Outcome.Rejected, words, $"Mend the {_endpoint.One} as the service says and send it again.");
        item.Result.StatusCode = refusal.StatusCode;
    }

    private static string Words(UpsertVerdict verdict)
    {
        string words = verdict.Message.Length > 0 ? verdict.Message : "The service refused it without a reason.";
        string path = verdict.Reply!.Path.Trim();
        return path.Length == 0 ? words : $"{words.TrimEnd('.')} (at {path}).";
    }
}
