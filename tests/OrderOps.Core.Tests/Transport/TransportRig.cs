using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Tests.Support;
using OrderOps.Transport;

namespace OrderOps.Tests.Transport;

/// <summary>A transport on a scripted service, whose waits pass in no time and whose jitter is the full backoff.</summary>
internal sealed class TransportRig : IDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromHours(1);

    public TransportRig(ScriptedHandler handler, Action<TransportOptions>? configure = null, ManualTimeProvider? time = null)
    {
        Handler = handler;
        Time = time ?? new ManualTimeProvider(leapUpTo: TimeSpan.FromMinutes(5));
        var options = new TransportOptions { Timeout = Timeout };
        configure?.Invoke(options);
        Transport = new ServiceTransport(new Uri("https://service.test/base/"), options, Time, static () => 1.0, handler);
    }

    public ScriptedHandler Handler { get; }

    public ManualTimeProvider Time { get; }

    public ServiceTransport Transport { get; }

    public static ServiceRequest Post(RepeatPolicy repeat, string body = "{}") =>
        new("POST", "api/orders.json", repeat) { Body = Encoding.UTF8.GetBytes(body), Label = "batch 1" };

    public Task<ServiceReply> SendAsync(RepeatPolicy repeat, CancellationToken stop = default, CancellationToken abort = default) =>
        SendAsync(repeat == RepeatPolicy.Read ? new ServiceRequest("GET", "api/orders.json", repeat) : Post(repeat), stop, abort);

    public Task<ServiceReply> SendAsync(ServiceRequest request, CancellationToken stop = default, CancellationToken abort = default) =>
        Transport.SendAsync(request, stop, abort);

    public void Dispose() => Transport.Dispose();
}
