using System;
using System.Threading.Tasks;
using OrderOps.Sandbox;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class FaultReplyTests : IDisposable
{
    private readonly ItlCaller _itl = new();

    public void Dispose() => _itl.Dispose();

    private const string One = """{"status":"Success","remark":"Oder Processed Successfully","refnum":"1"}""";
    private const string Two = """{"status":"Success","remark":"Oder Processed Successfully","refnum":"2"}""";
    private const string Three = """{"status":"Success","remark":"Oder Processed Successfully","refnum":"3"}""";

    public static TheoryData<Func<Fault>, string> Shapes() => new()
    {
        { () => Fault.DataFromZero(), $$"""{"0":{{One}},"1":{{Two}},"2":{{Three}}}""" },
        { () => Fault.DataArray(), $"[{One},{Two},{Three}]" },
        { () => Fault.DataEmpty(), "[]" },
        { () => Fault.MissingEntry(2), $$"""{"1":{{One}},"3":{{Three}}}""" },
        { () => Fault.MissingEntry(2, shift: true), $$"""{"1":{{One}},"2":{{Three}}}""" },
        { () => Fault.MissingReference(), $$"""{"1":{{One}},"2":{{Two}},"3":{{Three}}}""".Replace(",\"refnum\":\"1\"", "").Replace(",\"refnum\":\"2\"", "").Replace(",\"refnum\":\"3\"", "") },
        { () => Fault.MixedTypes(), $$"""{"1":{{One}},"2":{{Two}},"3":{{Three}}}""".Replace("\"refnum\":\"1\"", "\"refnum\":1").Replace("\"refnum\":\"2\"", "\"refnum\":2").Replace("\"refnum\":\"3\"", "\"refnum\":3") },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public async Task Data_comes_in_the_shape_that_was_asked_for_and_all_orders_are_taken(Func<Fault> fault, string data)
    {
        _itl.Box.Faults.Next(fault());

        var reply = await _itl.Sync(ItlCaller.Shipment("1"), ItlCaller.Shipment("2"), ItlCaller.Shipment("3"));

        Assert.Equal(data, ItlCaller.Compact(reply["data"]!));
        Assert.Equal(3, _itl.Box.Itl.AcceptedCount);
    }

    [Fact]
    public async Task Other_words_say_the_same()
    {
        _itl.Box.Faults.Always(Fault.OtherWords());

        var entry = await _itl.Sync(ItlCaller.Shipment("1", ("pin", "000000")));
        var refusal = await _itl.Cancel("");

        Assert.Equal("""{"status":"Failed","reason":"Pincode does not exists","refnum":"1"}""", ItlCaller.Compact(entry["data"]!["1"]!));
        Assert.NotNull(refusal["message"]);
        Assert.Null(refusal["html_message"]);
    }

    public static TheoryData<Func<Fault>, string, string, int> Bodies() => new()
    {
        { () => Fault.Html(), "text/html", "<!DOCTYPE html>", 0 },
        { () => Fault.Html(processed: true), "text/html", "<!DOCTYPE html>", 1 },
        { () => Fault.Garbage(), "application/json", "{\"status\":\"succ", 1 },
        { () => Fault.EmptyBody(), "application/json", "", 1 },
        { () => Fault.Body("[]"), "application/json", "[]", 0 },
        { () => Fault.Body("hi", contentType: "text/plain", processed: true), "text/plain", "hi", 1 },
    };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task A_body_that_is_not_the_services_own(Func<Fault> fault, string contentType, string start, int accepted)
    {
        _itl.Box.Faults.Next(fault());

        using var response = await _itl.Post(ItlCaller.SyncV3, ItlCaller.Compact(_itl.SyncBody(ItlCaller.Shipment("1"))));

        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(start, body);
        Assert.Equal(start.Length == 0, body.Length == 0);
        Assert.Equal(accepted, _itl.Box.Itl.AcceptedCount);
    }
}
