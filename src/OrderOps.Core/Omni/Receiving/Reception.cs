using System;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>Answers one request after the other question by question: path, method, credentials, room, body, and last the inbox.</summary>
internal sealed class Reception
{
    private readonly ReceiverPrefix _prefix;
    private readonly ReceiverOptions _options;
    private readonly IPostingSink _sink;
    private readonly ReceiverCounts _counts;
    private readonly InHand _inHand;
    private readonly CredentialIssuer? _issuer;
    private readonly HealthPage _health;
    private readonly Parting _parting;
    private readonly Deadlines _deadlines;
    private volatile bool _stopping;

    public Reception(ReceiverPrefix prefix, ReceiverOptions options, IPostingSink sink, ReceiverCounts counts, InHand inHand)
    {
        _prefix = prefix;
        _options = options;
        _sink = sink;
        _counts = counts;
        _inHand = inHand;
        _issuer = options.Credentials is null ? null : new CredentialIssuer(options.Credentials, options.Time);
        _health = new HealthPage(sink, counts, inHand, options.Time);
        _parting = new Parting(options.Time);
        _deadlines = new Deadlines(options.Time, options.StepTimeout);
    }

    /// <summary>Takes no more postings in hand.</summary>
    public void StopTaking() => _stopping = true;

    /// <summary>Answers a request. It never throws.</summary>
    public async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            // Whatever ends the request without an answer of ours ends it with this one, and else with 200.
            context.Response.StatusCode = ReceiverAnswer.NotStored.Status;
            HttpListenerRequest request = context.Request;
            ReceiverRoute route = ReceiverRoutes.Of(request.HttpMethod, _prefix.Below(Path(request)), _options.Credentials?.Path);
            if (route == ReceiverRoute.Posting)
            {
                await AnswerPostingAsync(context).ConfigureAwait(false);
                return;
            }

            ReceiverAnswer answer = route switch
            {
                ReceiverRoute.Health => _health.Answer(),
                ReceiverRoute.Credential => HandOut(request),
                ReceiverRoute.NotPost => ReceiverAnswer.NotPost,
                ReceiverRoute.NotGet => ReceiverAnswer.NotGet,
                _ => ReceiverAnswer.WrongPath,
            };
            await FinishAsync(context, answer, bodyIsRead: false).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One request, whatever is wrong with it, must not stop the receiver.
        catch (Exception)
#pragma warning restore CA1031
        {
            _counts.Add("Broken");
            Parting.Break(context);
        }
    }

    private async Task AnswerPostingAsync(HttpListenerContext context)
    {
        HttpListenerRequest request = context.Request;
        if (!IsLetIn(request))
        {
            await FinishAsync(context, ReceiverAnswer.Unauthorized, bodyIsRead: false).ConfigureAwait(false);
            return;
        }

        if (!_inHand.TryEnter())
        {
            await FinishAsync(context, ReceiverAnswer.Busy, bodyIsRead: false).ConfigureAwait(false);
            return;
        }

        long reserved = 0;
        try
        {
            // Asked after entering, so that who waits for the last in hand sees this one.
            if (_stopping)
            {
                await FinishAsync(context, ReceiverAnswer.Stopping, bodyIsRead: false).ConfigureAwait(false);
                return;
            }

            BodyReading reading = await BodyReading.ReadAsync(request.InputStream, request.ContentLength64, _options, _deadlines, _inHand).ConfigureAwait(false);
            reserved = reading.Reserved;
            if (reading.Body is null && reading.Refusal is null)
            {
                _counts.Add("Broken");
                Parting.Break(context);
                return;
            }

            ReceiverAnswer answer = reading.Body is null ? reading.Refusal! : await StoreAsync(reading.Body, request).ConfigureAwait(false);

            // Before the answer: who has it may count on the room that its body took.
            _inHand.GiveBack(reserved);
            reserved = 0;
            await FinishAsync(context, answer, bodyIsRead: reading.Body is not null).ConfigureAwait(false);
        }
        finally
        {
            _inHand.Leave(reserved);
        }
    }

    private async Task<ReceiverAnswer> StoreAsync(byte[] body, HttpListenerRequest request)
    {
        using CancellationTokenSource patience = new();
        try
        {
            Task<string> storing = _sink.StoreAsync(body, _options.Time.GetUtcNow(), request.RemoteEndPoint?.Address.ToString(), patience.Token);
            if (!storing.IsCompleted && !await _deadlines.IsInTimeAsync(storing, _deadlines.Start()).ConfigureAwait(false))
            {
                _ = storing.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                _health.Stored(false);
                return ReceiverAnswer.NotStored;
            }

            string answer = await storing.ConfigureAwait(false);
            _health.Stored(true);
            return ReceiverAnswer.Ok(answer);
        }
#pragma warning disable CA1031 // Whatever kept it from being stored, the sender has to keep it.
        catch (Exception)
#pragma warning restore CA1031
        {
            _health.Stored(false);
            return ReceiverAnswer.NotStored;
        }
        finally
        {
            patience.Cancel();
        }
    }

    private bool IsLetIn(HttpListenerRequest request)
    {
        bool known = HeaderSet.AnyMatches(_options.Headers, name => request.Headers[name]);
        known |= _issuer?.Matches(name => request.Headers[name]) == true;
        return known || _options.AllowAnonymous;
    }

    private ReceiverAnswer HandOut(HttpListenerRequest request)
    {
        try
        {
            return _issuer!.HandOut(request.RemoteEndPoint?.Address.ToString()) is { } value
                ? ReceiverAnswer.Ok("{\"" + _issuer.Header + "\":\"" + value + "\"}")
                : ReceiverAnswer.AskedTooOften;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nothing is handed out that can't be put on record.
            return ReceiverAnswer.NotRecorded;
        }
    }

    private Task FinishAsync(HttpListenerContext context, ReceiverAnswer answer, bool bodyIsRead)
    {
        if (answer.Reason is not null)
        {
            _counts.Add(answer.Reason);
        }

        return _parting.SayAsync(context, answer, bodyIsRead);
    }

    private static string Path(HttpListenerRequest request)
    {
        string raw = request.RawUrl ?? "";
        int query = raw.IndexOf('?');
        string path = query < 0 ? raw : raw.Substring(0, query);
        return path.StartsWith("/", StringComparison.Ordinal) ? path : request.Url?.AbsolutePath ?? "";
    }
}
