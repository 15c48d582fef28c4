using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Omni;

/// <summary>One posting until it is settled: sent, sent again, with newer credentials where the receiver asks for them.</summary>
internal sealed class PostingCall
{
    private readonly OmniOptions _options;
    private readonly HeaderCredentials _credentials;
    private readonly HttpClient _client;
    private readonly Tally _tally;

    public PostingCall(OmniOptions options, HeaderCredentials credentials, HttpClient client, Tally tally)
    {
        _options = options;
        _credentials = credentials;
        _client = client;
        _tally = tally;
    }

    public async Task<PostingAnswer> SendAsync(OutgoingPosting posting, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        bool renewed = false;
        for (int attempts = 1; ; attempts++)
        {
            IReadOnlyList<KeyValuePair<string, string>> headers = _credentials.Current;
            _tally.Sending(again: attempts > 1);
            TimeSpan before = watch.Elapsed;
            Answer answer = await AskAsync(posting.Body, headers, cancellation).ConfigureAwait(false);
            AnswerVerdict verdict = answer.Verdict;
            switch (verdict.Meaning)
            {
                case AnswerMeaning.Acknowledged:
                    _tally.Acknowledged(watch.Elapsed - before);
                    return Settle(PostingAnswer.Acknowledged);
                case AnswerMeaning.Refused:
                    return Settle(PostingAnswer.Refused);
                case AnswerMeaning.Unauthorised:
                    if (renewed || !await _credentials.RenewAsync(headers, _client, cancellation).ConfigureAwait(false))
                    {
                        return Settle(PostingAnswer.Refused);
                    }

                    renewed = true;
                    break;
                default:
                    if (attempts > _options.MaximumRetryCount)
                    {
                        return Settle(PostingAnswer.Unanswered);
                    }

                    await Task.Delay(RetryWait.Before(attempts, _options.RetryInterval, _options.MaximumRetryWait, answer.RetryAfter), cancellation).ConfigureAwait(false);
                    break;
            }

            PostingAnswer Settle(string outcome) => new(posting, outcome, verdict.Reason, answer.Status, attempts, watch.Elapsed);
        }
    }

    private async Task<Answer> AskAsync(byte[] body, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellation)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_options.Timeout);
        using HttpRequestMessage request = new(HttpMethod.Post, _options.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (KeyValuePair<string, string> header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        try
        {
            using HttpResponseMessage reply = await _client.SendAsync(request, deadline.Token).ConfigureAwait(false);
            int status = (int)reply.StatusCode;
            byte[] text = await reply.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            TimeSpan? retryAfter = reply.Headers.RetryAfter?.Delta ?? reply.Headers.RetryAfter?.Date - DateTimeOffset.UtcNow;
            return new Answer(AnswerVerdict.Of(status, text), status, retryAfter);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer(AnswerVerdict.None("no answer in time"), 0, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new Answer(AnswerVerdict.None("no connection"), 0, null);
        }
    }

    private readonly struct Answer
    {
        public Answer(AnswerVerdict verdict, int status, TimeSpan? retryAfter)
        {
            Verdict = verdict;
            Status = status;
            RetryAfter = retryAfter;
        }

        public AnswerVerdict Verdict { get; }

        public int Status { get; }

        public TimeSpan? RetryAfter { get; }
    }
}
