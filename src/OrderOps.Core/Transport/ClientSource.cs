using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace OrderOps.Transport;

/// <summary>The clients of one transport. They share connections; those are renewed every few minutes so that a changed DNS entry is seen.</summary>
internal sealed class ClientSource : IDisposable
{
    private const string Name = "OrderOps";
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly Func<HttpMessageHandler> _createHandler;
    private readonly TimeProvider _time;
    private readonly List<WeakReference<HttpMessageHandler>> _handlers = new();
    private IHttpClientFactory? _factory;
    private long _made;
    private bool _closed;

    public ClientSource(Func<HttpMessageHandler> createHandler, TimeProvider time)
    {
        _createHandler = createHandler;
        _time = time;
    }

    public HttpClient Next()
    {
        lock (_gate)
        {
            if (_closed)
                throw new ObjectDisposedException(nameof(ClientSource));

            if (_factory is null || _time.GetElapsedTime(_made) >= Renewal)
            {
                _factory = Build();
                _made = _time.GetTimestamp();
            }

            return _factory.CreateClient(Name);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _factory = null;

            // A factory never closes the handler that is in use; without this, connections outlive the transport.
            foreach (var entry in _handlers)
            {
                if (entry.TryGetTarget(out var handler))
                    handler.Dispose();
            }

            _handlers.Clear();
        }
    }

    // A lifetime that ends is a timer that holds the factory, and so the transport and its run, for as long after both are closed.
    private IHttpClientFactory Build()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(Name, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Track)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }

    private HttpMessageHandler Track()
    {
        var handler = _createHandler();
        _handlers.RemoveAll(static entry => !entry.TryGetTarget(out _));
        _handlers.Add(new WeakReference<HttpMessageHandler>(handler));
        return handler;
    }
}
