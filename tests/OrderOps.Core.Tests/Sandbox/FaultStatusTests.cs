using System;
using System.Net.Http;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class FaultStatusTests : IDisposable
{
    private readonly ItlCaller _itl = new();

    public void Dispose() => _itl.Dispose();

    public static TheoryData<Func<Fault>, int, string?, int> Answers() => new()
    {
        { () => Fault.TooManyRequests(), 429, null, 0 },
        { () => Fault.TooManyRequests(60), 429, "60", 0 },
        { () => Fault.TooManyRequests(new DateTimeOffset(2030, 1, 2, 8, 34, 5, new TimeSpan(5, 30, 0))), 429, "Wed, 02 Jan 2030 03:04:05 GMT", 0 },
        { () => Fault.ServiceUnavailable(7), 503, "7", 0 },
        { () => Fault.ServerError(), 500, null, 0 },
        { () => Fault.ServerError(502, processed: true, retryAfterSeconds: 3), 502, "3", 1 },
        { () => Fault.Unauthorized(), 401, null, 0 },
        { () => Fault.Forbidden(), 403, null, 0 },
        { () => Fault.RequestTimeout(), 408, null, 0 },
        { () => Fault.RequestTimeout(processed: true), 408, null, 1 },
        { () => Fault.Status(413), 413, null, 0 },
        { () => Fault.Redirect("http://127.0.0.1/x"), 302, null, 0 },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task A_status_comes_with_its_header_and_processes_what_it_says(Func<Fault> fault, int status, string? retryAfter, int accepted)
    {
        _itl.Box.Faults.Next(fault());

        using var response = await Send();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(retryAfter, Header(response, "Retry-After"));
        Assert.Equal(status == 302 ? "http://127.0.0.1/x" : null, Header(response, "Location"));
        Assert.Equal(accepted, _itl.Box.Itl.AcceptedCount);
        Assert.Equal(status, Assert.Single(_itl.Box.Requests).StatusCode);
    }

    [Fact]
    public async Task A_date_is_counted_from_the_reply()
    {
        _itl.Box.Faults.Next(Fault.TooManyRequests(3600, asDate: true));

        using var response = await Send();

        var wait = response.Headers.RetryAfter!.Date!.Value - DateTimeOffset.UtcNow;
        Assert.InRange(wait, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
    }

    private Task<HttpResponseMessage> Send()
        => _itl.Post(ItlCaller.SyncV3, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("A-1"))));

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
