using System;
using System.Net.Http;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class ItlRefusalTests : IDisposable
{
    private const string InvalidRequest = """{"status":"error","status_code":200,"html_message":"Invalid Request"}""";

    private readonly ItlCaller _itl = new();

    public void Dispose() => _itl.Dispose();

    [Theory]
    [InlineData("access_token", "Invalid Access Token And Secret Key.")]
    [InlineData("secret_key", "Access Token Not Match.")]
    public async Task Wrong_credentials_are_refused_with_HTTP_200(string key, string message)
    {
        var body = _itl.SyncBody(ItlCaller.Shipment("A-1"));
        body["data"]![key] = "wrong";

        foreach (var path in new[] { ItlCaller.SyncV1, ItlCaller.SyncV3, ItlCaller.CancelV3 })
        {
            Assert.Equal(
                $$"""{"status":"error","status_code":200,"html_message":"{{message}}"}""",
                await _itl.Text(path, ItlCaller.Compact(body)));
        }

        Assert.Equal(0, _itl.Box.Itl.AcceptedCount);
    }

    [Theory]
    [InlineData("api_v2/order/sync.json")]
    [InlineData("api/order/cancel.json")]
    [InlineData("")]
    public async Task An_address_that_is_not_there_is_an_invalid_request(string path)
        => Assert.Equal(InvalidRequest, await _itl.Text(path, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("A-1")))));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"shipments":[]}""")]
    [InlineData("""{"data":{"shipments":[]}""")]
    [InlineData("""{'data':{"shipments":[]}}""")]
    [InlineData("""{data:{"shipments":[]}}""")]
    [InlineData("""{"data":{"shipments":[]}} x""")]
    [InlineData("""{"data":{"shipments":[/* none */]}}""")]
    [InlineData("""{"data":{"weight":NaN}}""")]
    public async Task A_body_that_is_not_strict_JSON_with_data_is_an_invalid_request(string body)
        => Assert.Equal(InvalidRequest, await _itl.Text(ItlCaller.SyncV3, body));

    [Fact]
    public async Task Outside_of_the_services_there_is_404()
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(_itl.Box.BaseAddress, "elsewhere/"));

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("/itl/", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_poisoned_order_spoils_every_request_that_it_is_in()
    {
        _itl.Box.Itl.Poison("BAD", "Unknown state code.");
        const string refusal = """{"status":"error","status_code":200,"html_message":"<p>Unknown state code.</p>"}""";

        var among = _itl.SyncBody(ItlCaller.Shipment("A-1"), ItlCaller.Shipment("BAD"), ItlCaller.Shipment("A-2"));
        Assert.Equal(refusal, await _itl.Text(ItlCaller.SyncV3, ItlCaller.Compact(among)));
        Assert.Equal(refusal, await _itl.Text(ItlCaller.SyncV1, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("BAD")))));
        Assert.Equal(0, _itl.Box.Itl.AcceptedCount);

        _itl.Box.Itl.Cure("BAD");
        await _itl.Text(ItlCaller.SyncV3, ItlCaller.Compact(among));
        Assert.Equal(3, _itl.Box.Itl.AcceptedCount);
    }

    [Fact]
    public async Task A_poison_can_be_silent_and_can_come_with_the_options()
    {
        using var itl = new ItlCaller(new SandboxOptions { PoisonedOrders = { "BAD" } });
        itl.Box.Itl.PoisonSilently("WORSE");

        Assert.Contains("invalid state code", await itl.Text(ItlCaller.SyncV3, ItlCaller.Compact(itl.SyncBody(ItlCaller.Shipment("BAD")))));
        Assert.Equal("null", await itl.Text(ItlCaller.SyncV3, ItlCaller.Compact(itl.SyncBody(ItlCaller.Shipment("WORSE")))));
    }
}
