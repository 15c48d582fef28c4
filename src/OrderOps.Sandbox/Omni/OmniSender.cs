using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Omni;

/// <summary>
/// Plays Increff Omni's part against a receiver: posts at a rate and concurrency, waits 45 s for an answer, sends again
/// what got none, and keeps a ledger. One instance is one run.
/// </summary>
public sealed class OmniSender : IDisposable
{
    private readonly OmniOptions _options;
    private readonly Tally _tally = new();
    private readonly HeaderCredentials _credentials;
    private readonly HttpClient _client;
    private readonly PostingCall _call;

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">A header can't be one.</exception>
    public OmniSender(OmniOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        HeaderCredentials.Check(options.Headers);
        _credentials = new HeaderCredentials(options.Headers, options.CredentialAddress);
        _client = Client(options);
        _call = new PostingCall(options, _credentials, _client, _tally);
    }

    /// <summary>How far it is, at any time and from any thread.</summary>
    public OmniLedger Ledger => _tally.Snapshot(_options.Address, _credentials.Requests);

    /// <summary>Sends all of them. A stop starts no further request and gives the ledger as it is.</summary>
    /// <param name="postings">What to send, in this order; read one at a time, as the receiver takes them.</param>
    /// <param name="answered">Told of each posting that is settled, from several threads at once.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async Task<OmniLedger> SendAsync(IEnumerable<OutgoingPosting> postings, Action<PostingAnswer>? answered = null, CancellationToken cancellation = default)
    {
        if (postings is null)
        {
            throw new ArgumentNullException(nameof(postings));
        }

        using IEnumerator<OutgoingPosting> source = postings.GetEnumerator();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Queue queue = new(source, _tally);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _options.Concurrency)
                .Select(_ => Task.Run(() => WorkAsync(queue, answered, stop), CancellationToken.None))).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _tally.Stopped();
        }

        _tally.Ended();
        return Ledger;
    }

    /// <summary>Counts what would be sent, and sends nothing.</summary>
    public OmniLedger Rehearse(IEnumerable<OutgoingPosting> postings)
    {
        foreach (OutgoingPosting posting in postings ?? throw new ArgumentNullException(nameof(postings)))
        {
            _tally.Took(posting);
        }

        _tally.Ended();
        return Ledger;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _credentials.Dispose();
    }

    private async Task WorkAsync(Queue queue, Action<PostingAnswer>? answered, CancellationTokenSource stop)
    {
        try
        {
            while (queue.TryTake(out OutgoingPosting? posting, out int index))
            {
                TimeSpan wait = Pace.Before(_options.Rate, index, _tally.Elapsed);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, stop.Token).ConfigureAwait(false);
                }

                stop.Token.ThrowIfCancellationRequested();
                PostingAnswer answer = await _call.SendAsync(posting!, stop.Token).ConfigureAwait(false);
                _tally.Settled(answer);
                answered?.Invoke(answer);
            }
        }
        catch (Exception)
        {
            // A source or a listener that fails ends the run for all workers.
            stop.Cancel();
            throw;
        }
    }

    private static HttpClient Client(OmniOptions options)
    {
        HttpClientHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !options.Address.IsLoopback,
            MaxConnectionsPerServer = options.Concurrency,
        };
        if (options.SkipCertificateCheck)
        {
#pragma warning disable CA5359 // Asked for by name.
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 1 << 20 };
    }

    private sealed class Queue
    {
        private readonly IEnumerator<OutgoingPosting> _source;
        private readonly Tally _tally;
        private int _next;

        public Queue(IEnumerator<OutgoingPosting> source, Tally tally)
        {
            _source = source;
            _tally = tally;
        }

        public bool TryTake(out OutgoingPosting? posting, out int index)
        {
            lock (_source)
            {
                index = _next;
                posting = null;
                if (!_source.MoveNext())
                {
                    return false;
                }

                _next++;
                posting = _source.Current;
                _tally.Took(posting);
                return true;
            }
        }
    }
}
