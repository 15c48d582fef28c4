using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace OrderOps.Transport;

/// <summary>The clients of one transport. They share connections; the factory renews those every few minutes so that a changed DNS entry is seen.</summary>
internal sealed class ClientSource : IDisposable
{
    private const string Name = "OrderOps";
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(5);

    private readonly Func<HttpMessageHandler> _createHandler;
    private readonly Lazy<ServiceProvider> _services;
    private readonly Lazy<IHttpClientFactory> _factory;
    private readonly List<WeakReference<HttpMessageHandler>> _handlers = new();

    public ClientSource(Func<HttpMessageHandler> createHandler)
    {
        _createHandler = createHandler;
        _services = new Lazy<ServiceProvider>(Build, LazyThreadSafetyMode.ExecutionAndPublication);
        _factory = new Lazy<IHttpClientFactory>(() => _services.Value.GetRequiredService<IHttpClientFactory>(), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public HttpClient Next() => _factory.Value.CreateClient(Name);

    public void Dispose()
    {
        if (_services.IsValueCreated)
            _services.Value.Dispose();

        // The factory never closes the handler that is in use; without this, connections outlive the transport.
        lock (_handlers)
        {
            foreach (var entry in _handlers)
            {
                if (entry.TryGetTarget(out var handler))
                    handler.Dispose();
            }

            _handlers.Clear();
        }
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(Name, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Track)
            .SetHandlerLifetime(Renewal)
            .RemoveAllLoggers();
        return services.BuildServiceProvider();
    }

    private HttpMessageHandler Track()
    {
        var handler = _createHandler();
        lock (_handlers)
        {
            _handlers.RemoveAll(static entry => !entry.TryGetTarget(out _));
            _handlers.Add(new WeakReference<HttpMessageHandler>(handler));
        }

        return handler;
    }
}
