using System;
using System.Collections.Generic;
using System.Text;

namespace OrderOps.Sandbox.Server;

/// <summary>What every exchange of a server shares: the services, the faults asked for and the record.</summary>
internal sealed class Reception(SandboxOptions options)
{
    private readonly Dictionary<string, IService> _services = new(StringComparer.Ordinal);

    public FaultPlan Faults { get; } = new();

    public RequestLog Log { get; } = new(options.KeepRequests);

    public Arrivals Arrivals { get; } = new();

    public TimeSpan Latency { get; } = options.Latency;

    public void Open(IService service) => _services.Add(service.Name, service);

    public SandboxRequest Receive(IncomingRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body);
        var route = request.Target.Split('?')[0];
        var end = route.IndexOf('/', 1);
        var name = end < 0 ? route.Substring(1) : route.Substring(1, end - 1);
        return _services.TryGetValue(name, out var service)
            ? service.Receive(new(request.Method, request.Target, end < 0 ? "" : route.Substring(end + 1), request.Headers), body)
            : new StrayRequest(new(request.Method, request.Target, route, request.Headers), body, _services.Keys);
    }
}
