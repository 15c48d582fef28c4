using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>Listens for postings and answers each after it is stored.</summary>
internal sealed class PostingReceiver : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly HttpListener _listener;
    private readonly Reception _reception;
    private readonly ReceiverCounts _counts;
    private readonly InHand _inHand;
    private readonly Task[] _accepting;
    private volatile bool _closed;

    private PostingReceiver(ReceiverPrefix prefix, ReceiverOptions options, IPostingSink sink, HttpListener listener)
    {
        _listener = listener;
        _counts = new ReceiverCounts();
        _inHand = new InHand(options.MaximumInHand, options.MaximumBytesInHand);
        _reception = new Reception(prefix, options, sink, _counts, _inHand);
        Address = prefix.Address;
        // A request is looked at on the loop that accepted it up to its first wait, so there are several.
        _accepting = new Task[Math.Max(4, Environment.ProcessorCount * 2)];
        for (int i = 0; i < _accepting.Length; i++)
        {
            _accepting[i] = Task.Run(AcceptAsync);
        }
    }

    /// <summary>Where it listens, as this machine reaches it.</summary>
    public Uri Address { get; }

    /// <summary>Requests that were refused, by reason.</summary>
    public IReadOnlyDictionary<string, long> Refused => _counts.Refused;

    /// <summary>Starts listening.</summary>
    /// <param name="prefix">The address, such as <c>http://127.0.0.1:8085/omni/</c>.</param>
    /// <param name="options">What is let in.</param>
    /// <param name="sink">Where postings are stored.</param>
    /// <exception cref="ServiceConfigurationException">It can't listen there, or everybody would be let in without anybody having said so.</exception>
    public static PostingReceiver Start(string prefix, ReceiverOptions options, IPostingSink sink)
    {
        ReceiverPrefix where = Check(prefix, options);
        HttpListener listener;
        try
        {
            listener = ListenerStart.At(where.Listened);
        }
        catch (Exception failure) when (failure is HttpListenerException or System.Net.Sockets.SocketException or ArgumentException or PlatformNotSupportedException)
        {
            throw new ServiceConfigurationException(
                "ReceiverNotStarted",
                $"Can't listen at '{prefix}': {failure.Message}",
                "Give -Prefix a port that nothing listens on; on Windows an administrator may have to allow the address with netsh http add urlacl.",
                inner: failure);
        }

        return new PostingReceiver(where, options, sink, listener);
    }

    /// <summary>Finds what is wrong with the configuration, without listening.</summary>
    /// <returns>The address.</returns>
    /// <exception cref="ServiceConfigurationException">It can't listen there, or everybody would be let in without anybody having said so.</exception>
    public static ReceiverPrefix Check(string prefix, ReceiverOptions options)
    {
        ReceiverPrefix where = ReceiverPrefix.Read(prefix, options.AllowRemote);
        if (options is { Headers.Count: 0, AllowAnonymous: false, Credentials: null })
        {
            throw new ServiceConfigurationException(
                "ReceiverCredentialsMissing",
                "Nothing says which postings are to be let in.",
                "Give -Header @{ 'X-Api-Key' = $secret } with the pairs that are set in Omni, or -AllowAnonymous if the reverse proxy checks them.",
                credentials: true);
        }

        if (options.Credentials is { } offer)
        {
            // Finds a wrong name now, and not when the first value is made.
            HeaderSet.Of([new(offer.Header, "value")]);
        }

        return where;
    }

    /// <summary>Takes no more requests in hand, answers those it has, and stops listening.</summary>
    /// <param name="patience">How long requests in hand may take.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        _reception.StopTaking();
        using CancellationTokenSource over = new(patience);
        while (_inHand.Requests > 0 && !over.IsCancellationRequested)
        {
            await Task.Delay(Poll, CancellationToken.None).ConfigureAwait(false);
        }

        Dispose();
        await Task.WhenAll(_accepting).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            ListenerEnd.Close(_listener);
        }
    }

    private async Task AcceptAsync()
    {
        while (!_closed)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!_listener.IsListening)
                {
                    return;
                }

                continue;
            }

            _ = _reception.AnswerAsync(context);
        }
    }
}
