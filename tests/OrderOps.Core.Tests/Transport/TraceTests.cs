using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using OrderOps.Outcomes;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Transport;

public sealed class TraceTests
{
    private const string Token = "tok-5f2d\"91";

    [Fact]
    public async Task An_attempt_is_shown_with_all_that_was_sent_and_replied()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(500, "oops", "text/plain")));

        await rig.SendAsync(RepeatPolicy.Once);
        var traced = Assert.Single(rig.Transport.Trace.Read());

        Assert.Equal(("batch 1", "POST", "https://service.test/base/api/orders.json", 1), (traced.Label, traced.Method, traced.Address, traced.Attempt));
        Assert.Equal(("{}", (int?)500, "oops", "it replied 500"), (traced.RequestBody, traced.StatusCode, traced.ReplyBody, traced.Failure));
        Assert.Equal("application/json", traced.RequestHeaders["Content-Type"]);
        Assert.StartsWith("OrderOps/", traced.RequestHeaders["User-Agent"]);
        Assert.Equal("text/plain; charset=utf-8", traced.ReplyHeaders["Content-Type"]);
    }

    [Fact]
    public async Task The_last_ones_are_kept_the_oldest_first()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200, "1"), Reply(200, "2"), Reply(200, "3")), static options => options.TraceCapacity = 2);

        Assert.Empty(rig.Transport.Trace.Read());
        for (var sent = 0; sent < 3; sent++)
            await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal(new[] { "2", "3" }, rig.Transport.Trace.Read().Select(static traced => traced.ReplyBody));
    }

    [Fact]
    public async Task A_long_body_is_cut()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200, new string('x', 70000))));

        await rig.SendAsync(RepeatPolicy.Once);

        Assert.Equal(new string('x', 65536) + "… (4464 more characters)", rig.Transport.Trace.Read().Single().ReplyBody);
    }

    [Fact]
    public async Task Personal_data_are_shown_when_asked_for()
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200)));

        await rig.SendAsync(TransportRig.Post(RepeatPolicy.Once, """{"phone":"9876543210"}"""));

        Assert.Equal("""{"phone":"***"}""", rig.Transport.Trace.Read().Single().RequestBody);
        Assert.Equal("""{"phone":"9876543210"}""", rig.Transport.Trace.Read(includePersonalData: true).Single().RequestBody);
    }

    [Fact]
    public async Task A_secret_appears_nowhere_whatever_echoes_it()
    {
        var echo = JsonConvert.SerializeObject(new { status = "error", html_message = "bad value " + Token, sent = new { access_token = Token } });
        using var rig = new TransportRig(
            new ScriptedHandler(
                Refuse("could not connect with " + Token),
                async (request, cancel) =>
                {
                    var response = await Reply(503, echo)(request, cancel);
                    response.Headers.TryAddWithoutValidation("X-Echo", Token);
                    response.Headers.TryAddWithoutValidation("Server", "php " + Token);
                    return response;
                },
                Reset("broke at " + Token)),
            static options => options.Secrets = new[] { Token });
        var request = new ServiceRequest("POST", "sync.json?key=" + Uri.EscapeDataString(Token), RepeatPolicy.Once)
        {
            Body = Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(new { data = new { access_token = Token, note = "see " + Token } })),
            Label = "batch of " + Token,
        };
        request.Headers.Add(new KeyValuePair<string, string>("API-Token", Token));

        var reply = await rig.SendAsync(request);
        rig.Transport.OpenBreaker("refused with " + Token);
        var locked = await rig.SendAsync(request);

        Assert.Equal((ExchangeEnd.MayHaveArrived, 3), (reply.End, reply.Attempts));
        Assert.NotNull(reply.Failure);
        var seen = JsonConvert.SerializeObject(new[] { rig.Transport.Trace.Read(), rig.Transport.Trace.Read(includePersonalData: true) })
            + JsonConvert.SerializeObject(reply.History) + reply.Message + locked.Message + reply.Failure;
        Assert.Contains("REDACTED", seen);
        Assert.DoesNotContain("5f2d", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5f2d", rig.Transport.Redact(echo), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("5f2d\r\nX-Other: 1")]
    [InlineData("5f2d\u2019")]
    public async Task A_header_that_can_not_be_sent_is_refused_without_repeating_it(string value)
    {
        using var rig = new TransportRig(new ScriptedHandler(Reply(200)));
        var request = TransportRig.Post(RepeatPolicy.Once);
        request.Headers.Add(new KeyValuePair<string, string>("token", value));

        var refusal = await Assert.ThrowsAsync<ServiceConfigurationException>(() => rig.SendAsync(request));

        Assert.Equal("HeaderInvalid", refusal.ErrorId);
        Assert.DoesNotContain("5f2d", refusal.ToString());
        Assert.Equal(0, rig.Handler.Calls);
    }
}
