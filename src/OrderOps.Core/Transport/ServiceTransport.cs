using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Transport;

/// <summary>The connection to one service: every request of every slice goes through here. Safe for use by many at a time.</summary>
public sealed class ServiceTransport : IDisposable
{
    private static readonly Random Source = new();
    private readonly object _pauseLock = new();
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private long _requestCount;

    /// <summary>Makes one; no connection is opened yet.</summary>
    /// <param name="baseAddress">Where the service is; it may carry a path.</param>
    /// <param name="options">How the connection behaves.</param>
    /// <exception cref="ServiceConfigurationException">The address can't be used.</exception>
    public ServiceTransport(Uri baseAddress, TransportOptions options)
        : this(baseAddress, options, time: null)
    {
    }

    internal ServiceTransport(Uri baseAddress, TransportOptions options, TimeProvider? time, Func<double>? jitter = null, HttpMessageHandler? handler = null)
    {
        Options = options ?? throw new ArgumentNullException(nameof(options));
        BaseAddress = ServiceAddress.Check(baseAddress, options.AllowUnencrypted);
        Time = time ?? TimeProvider.System;
        Jitter = jitter ?? NextRandom;
        Secrets = new SecretLiterals(options.Secrets);
        Trace = options.Trace ?? new ExchangeTrace(options.TraceCapacity);
        Breaker = new Breaker(options, Time);
        Clients = new ClientSource(handler is null ? () => HandlerSettings.Create(options, BaseAddress) : () => handler, Time);
    }

    /// <summary>Where the service is; ends with a slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>How many attempts reached the wire.</summary>
    public long RequestCount => Interlocked.Read(ref _requestCount);

    /// <summary>Whether requests end with <see cref="ExchangeEnd.BreakerOpen"/> just now.</summary>
    public bool IsBreakerOpen => Breaker.IsOpen;

    /// <summary>The last attempts.</summary>
    public ExchangeTrace Trace { get; }

    internal TransportOptions Options { get; }

    internal TimeProvider Time { get; }

    internal Func<double> Jitter { get; }

    internal Breaker Breaker { get; }

    internal ClientSource Clients { get; }

    internal SecretLiterals Secrets { get; }

    /// <summary>Sends a request, repeated where <see cref="RetryTable"/> says so. What the network or the service does is told by the reply, never thrown.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="stop">From now on no attempt starts and every wait ends at once; an attempt in flight has <see cref="TransportOptions.StopGrace"/> left.</param>
    /// <param name="abort">Cuts the attempt in flight.</param>
    /// <exception cref="ServiceConfigurationException">The request can't be sent as it is: a header with a line break, or an address on another host.</exception>
    public Task<ServiceReply> SendAsync(ServiceRequest request, CancellationToken stop, CancellationToken abort)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        foreach (var header in request.Headers)
            CheckHeader(header.Key, header.Value);
        return new Exchange(this, request, ServiceAddress.Combine(BaseAddress, request.RelativeAddress), stop, abort).RunAsync();
    }

    /// <summary>Opens the breaker for its usual time, for reasons that only a slice can see.</summary>
    /// <param name="reason">Why, as a clause that ends a sentence; it stands in the message of every request that is not sent.</param>
    public void OpenBreaker(string reason) => Breaker.Open(Redact(reason));

    /// <summary>The text without the connection's secrets, in whatever form they stand in it.</summary>
    /// <param name="text">Something that a service said.</param>
    public string Redact(string text) => Secrets.Hide(text);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => Clients.Dispose();

    internal void Count(AttemptResult result)
    {
        if (result.Sent)
            Interlocked.Increment(ref _requestCount);
    }

    /// <summary>What is left of the pause that the service asked for.</summary>
    internal TimeSpan PauseLeft()
    {
        lock (_pauseLock)
            return _pausedUntil == DateTimeOffset.MinValue ? TimeSpan.Zero : _pausedUntil - Time.GetUtcNow();
    }

    internal void Pause(TimeSpan asked)
    {
        var until = Time.GetUtcNow() + asked;
        lock (_pauseLock)
        {
            if (until > _pausedUntil)
                _pausedUntil = until;
        }
    }

    /// <summary>A proxy that asks for credentials on a plain connection gets the request twice by design; everybody else gets it once.</summary>
    internal bool MaySendOnceOnly(ServiceRequest request) =>
        request.Repeat == RepeatPolicy.Once
        && !(BaseAddress.Scheme == Uri.UriSchemeHttp && (Options.ProxyCredential is not null || Options.ProxyUseDefaultCredentials));

    private static void CheckHeader(string name, string value)
    {
        if (name.Length > 0 && value.All(static letter => letter is >= ' ' and <= '~' or '\t'))
            return;

        throw new ServiceConfigurationException(
            "HeaderInvalid",
            $"The value of header '{name}' holds a line break or a letter that can't be sent.",
            "Check the credential that was given: a line break or a special quote is easily copied along with it.");
    }

    private static double NextRandom()
    {
        lock (Source)
            return Source.NextDouble();
    }
}
