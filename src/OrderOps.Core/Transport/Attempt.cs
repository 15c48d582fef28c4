using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Transport;

/// <summary>Sends a request once and says what came of it; it never throws for what the network does.</summary>
internal sealed class Attempt
{
    private readonly ServiceTransport _transport;
    private readonly ServiceRequest _request;
    private readonly Uri _address;

    public Attempt(ServiceTransport transport, ServiceRequest request, Uri address)
    {
        _transport = transport;
        _request = request;
        _address = address;
    }

    public async Task<AttemptResult> RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var options = _transport.Options;
        var time = _transport.Time;
        var start = time.GetTimestamp();
        var result = new AttemptResult { StartedAt = time.GetUtcNow() };
        var content = _request.Body is null ? null : new RequestContent(_request.Body, _request.ContentType, _transport.MaySendOnceOnly(_request), _request.Gate);
        using (var deadline = new AttemptDeadline(time, options.Timeout, options.StopGrace, stop, abort))
        {
            try
            {
                using var response = await SendAsync(content, deadline.Token).ConfigureAwait(false);
                result.Sent = true;
                await ReadAsync(response, result, deadline).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Whatever it is, an exception let through here would lose what is known of the orders in this request.
                Classify(exception, content, result, deadline);
            }
        }

        result.Elapsed = time.GetElapsedTime(start);
        return result;
    }

    private async Task<HttpResponseMessage> SendAsync(RequestContent? content, CancellationToken cancel)
    {
        var message = new HttpRequestMessage(new HttpMethod(_request.Method), _address) { Content = content };
        message.Headers.ExpectContinue = false;
        message.Headers.TryAddWithoutValidation("User-Agent", _transport.Options.UserAgent);
        foreach (var header in _request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
                content?.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        // .NET Framework can be slow to let go of a request that was cancelled while it connects.
        var sending = _transport.Clients.Next().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
        try
        {
            return await sending.WaitAsync(Timeout.InfiniteTimeSpan, _transport.Time, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = sending.ContinueWith(LetGo, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private static void LetGo(Task<HttpResponseMessage> sending)
    {
        if (sending.Status == TaskStatus.RanToCompletion)
            sending.Result.Dispose();
        else
            _ = sending.Exception;
    }

    private async Task ReadAsync(HttpResponseMessage response, AttemptResult result, AttemptDeadline deadline)
    {
        result.StatusCode = (int)response.StatusCode;
        result.ContentType = response.Content?.Headers.ContentType?.MediaType;
        result.Headers = HeadersOf(response);
        if (result.Headers.TryGetValue("Retry-After", out var retryAfter))
            result.RetryAfter = RetryAfterHeader.Parse(retryAfter, _transport.Time.GetUtcNow());

        ReplyText text;
        using (deadline.Token.Register(static state => ((HttpResponseMessage)state).Dispose(), response))
            text = await ReplyText.ReadAsync(response.Content, _transport.Options.MaximumReplyBytes, deadline.Token).ConfigureAwait(false);

        result.Body = text.Text;
        result.Exception = text.Failure;
        result.Failure = RetryTable.FailureOf(result.StatusCode.Value);
        result.Words = FormattableString.Invariant($"it replied {result.StatusCode}");
        if (!result.IsSuccessStatus)
            return;

        if (text.TooLarge)
        {
            result.Failure = AttemptFailure.Unreadable;
            result.Words = FormattableString.Invariant($"its reply is larger than {_transport.Options.MaximumReplyBytes} bytes");
        }
        else if (text.IsGarbled && !deadline.Token.IsCancellationRequested)
        {
            result.Failure = AttemptFailure.Unreadable;
            result.Words = "its reply could not be decompressed";
        }
        else if (text.Failure is not null)
        {
            Broken(result, deadline, text.Failure, "in the middle of the reply");
        }
    }

    private void Classify(Exception exception, RequestContent? content, AttemptResult result, AttemptDeadline deadline)
    {
        // A request without a body has no moment that tells; only a connection that never came about is sure.
        result.Sent = content?.WasEntered() ?? !ConnectionFailure.IsBeforeSending(exception);
        result.Exception = exception;
        Broken(result, deadline, exception, result.Sent ? "after sending" : "before anything was sent");
        if (!result.Sent)
            result.Failure = AttemptFailure.BeforeSending;
    }

    private void Broken(AttemptResult result, AttemptDeadline deadline, Exception exception, string moment)
    {
        result.Cut = deadline.IsCut;
        result.Failure = deadline.IsTimedOut ? AttemptFailure.TimedOut : AttemptFailure.ConnectionLost;
        if (deadline.IsTimedOut)
            result.Words = FormattableString.Invariant($"{(result.Sent ? "no complete reply" : "no connection")} came within {_transport.Options.Timeout.TotalSeconds:0.###} s");
        else
            result.Words = (result.Cut ? "the run was stopped " : ConnectionFailure.Describe(exception) + " ") + moment;
    }

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
            headers[header.Key] = string.Join(", ", header.Value);
        if (response.Content is not null)
        {
            foreach (var header in response.Content.Headers.Where(header => !headers.ContainsKey(header.Key)))
                headers[header.Key] = string.Join(", ", header.Value);
        }

        return headers;
    }
}
