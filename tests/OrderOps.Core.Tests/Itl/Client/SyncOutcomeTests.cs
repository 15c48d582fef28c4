using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using OrderOps.Tests.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Itl.Client;

/// <summary>Given this reply, that outcome for each order that was sent.</summary>
public sealed class SyncOutcomeTests
{
    [Theory]
    [InlineData("sync-success-doc", "test-api-order-110", "Accepted", "Oder Processed Successfully")]
    [InlineData("batch-refused-null", "A-1", "Rejected", "The service refuses the request without saying why.")]
    [InlineData("shipment-failed-inside-success", "A-1", "Rejected", "Shipment #1 reseller_name field must be present.")]
    [InlineData("html-in-html_message", "A-1", "Rejected", "AWB could not be cancelled")]
    public async Task One_order_and_a_reply_that_was_seen(string sample, string order, string outcome, string message)
    {
        using SyncRig rig = new(new ScriptedHandler(Reply(200, SampleReply(sample))));
        ItlOrderResult result = Assert.Single(await rig.SyncAsync(order));

        Assert.Equal((outcome, message), (result.Outcome, result.Message));
        Assert.Equal(outcome == "Accepted", result.RecommendedAction is null);
        Assert.Equal(200, result.StatusCode);
    }

    [Fact]
    public async Task A_partial_reply_settles_each_order_by_its_own_entry()
    {
        using SyncRig rig = new(new ScriptedHandler(Reply(200, SampleReply("partial"))));
        List<ItlOrderResult> results = await rig.SyncAsync("A-1", "A-2");

        Assert.Equal(["Accepted", "Duplicate"], results.Select(result => result.Outcome));
        Assert.Equal(["A-1", "A-2"], results.Select(result => result.Reference));
        Assert.Null(results[1].ErrorId);
    }

    [Fact]
    public async Task Refused_credentials_end_the_run_after_the_results_that_are_known()
    {
        using SyncRig rig = new(
            new ScriptedHandler(Reply(200, Success("A-1")), Reply(200, SampleReply("bad-credentials"))),
            new SyncOptions { BatchSize = 1, ThrottleLimit = 1 });
        ServiceConfigurationException failure = await Assert.ThrowsAsync<ServiceConfigurationException>(
            async () => await rig.SyncAsync("A-1", "A-2", "A-3", "A-4"));

        Assert.True(failure.Credentials);
        Assert.Equal("ITL refused the credentials: Invalid Access Token And Secret Key.", failure.Message);
        Assert.NotEmpty(failure.RecommendedAction);
        Assert.Equal(rig.Summary.In, rig.Summary.Accepted + rig.Summary.NotSent);
        Assert.Equal(1, rig.Summary.Accepted);
        Assert.Equal(("Failed", 3), (rig.Summary.EndedBy, rig.Summary.ExitCode));
    }

    [Theory]
    [InlineData("Pincode does not exists", "Rejected")]
    [InlineData("Duplicate order found", "Duplicate")]
    [InlineData("Order already exists", "Duplicate")]
    public async Task Only_words_about_this_order_make_a_duplicate(string remark, string outcome)
    {
        string body = new JObject { ["data"] = new JObject { ["1"] = new JObject { ["status"] = "error", ["remark"] = remark, ["refnum"] = "A-1" } } }.ToString();
        using SyncRig rig = new(new ScriptedHandler(Reply(200, body)));

        Assert.Equal(outcome, Assert.Single(await rig.SyncAsync("A-1")).Outcome);
    }

    [Fact]
    public async Task An_order_without_an_entry_is_unknown()
    {
        using SyncRig rig = new(new ScriptedHandler(Reply(200, Success("A-2"))));
        List<ItlOrderResult> results = await rig.SyncAsync("A-1", "A-2", "A-3");

        Assert.Equal(["Unknown", "Accepted", "Unknown"], results.Select(result => result.Outcome));
        Assert.Equal("ItlOutcomeUnknown", results[0].ErrorId);
    }

    [Theory]
    [InlineData(500, "oops", "text/plain")]
    [InlineData(502, "<html>Bad gateway</html>", "text/html")]
    [InlineData(408, "", "text/plain")]
    [InlineData(200, "{\"status\":\"succ", "application/json")]
    [InlineData(200, "", "application/json")]
    public async Task What_may_have_arrived_is_unknown_and_not_sent_again(int status, string body, string type)
    {
        ScriptedHandler handler = new(Reply(status, body, type));
        using SyncRig rig = new(handler);
        ItlOrderResult result = Assert.Single(await rig.SyncAsync("A-1"));

        Assert.Equal(("Unknown", 1), (result.Outcome, result.Attempts));
        Assert.Equal(1, handler.Calls);
        Assert.Equal(4, rig.Summary.ExitCode);
    }

    [Fact]
    public async Task A_reset_after_sending_is_unknown_and_a_refused_connection_is_not_sent()
    {
        using SyncRig reset = new(new ScriptedHandler(Reset()));
        Assert.Equal("Unknown", Assert.Single(await reset.SyncAsync("A-1")).Outcome);

        using SyncRig refused = new(new ScriptedHandler(Refuse()), time: new ManualTimeProvider(leapUpTo: TimeSpan.FromMinutes(1)));
        ItlOrderResult result = Assert.Single(await refused.SyncAsync("A-1"));
        Assert.Equal("NotSent", result.Outcome);
        Assert.NotEmpty(result.Message);
    }

    [Fact]
    public async Task Too_many_requests_is_waited_for_and_then_accepted()
    {
        ScriptedHandler handler = new(Reply(429, retryAfter: "2"), Reply(200, Success("A-1")));
        using SyncRig rig = new(handler, time: new ManualTimeProvider(leapUpTo: TimeSpan.FromMinutes(1)));
        ItlOrderResult result = Assert.Single(await rig.SyncAsync("A-1"));

        Assert.Equal(("Accepted", 2), (result.Outcome, result.Attempts));
    }

    [Theory]
    [InlineData(404, "Not found", "text/plain", "NotSent")]
    [InlineData(405, "", "text/plain", "NotSent")]
    [InlineData(302, "", "text/html", "NotSent")]
    [InlineData(200, "<html><body>Welcome</body></html>", "text/html", "Unknown")]
    [InlineData(200, "{\"status\":\"error\",\"message\":\"Invalid Request\"}", "application/json", "NotSent")]
    public async Task What_is_not_the_interface_ends_the_run(int status, string body, string type, string outcome)
    {
        using SyncRig rig = new(new ScriptedHandler(Reply(status, body, type)));
        ServiceConfigurationException failure = await Assert.ThrowsAsync<ServiceConfigurationException>(async () => await rig.SyncAsync("A-1"));

        Assert.Equal("ItlAddressWrong", failure.ErrorId);
        Assert.False(failure.Credentials);
        Assert.Equal(1, outcome == "Unknown" ? rig.Summary.Unknown : rig.Summary.NotSent);
        Assert.Equal(3, rig.Summary.ExitCode);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_whole_refusal_by_status_is_halved(int status)
    {
        ScriptedHandler handler = new(
            Reply(status, "{\"status\":\"error\",\"message\":\"<b>Too</b> much\"}"),
            Reply(200, Success("A-1")),
            Reply(status, "{\"status\":\"error\",\"message\":\"<b>Too</b> much\"}"));
        using SyncRig rig = new(handler);
        List<ItlOrderResult> results = await rig.SyncAsync("A-1", "A-2");

        Assert.Equal(["Accepted", "Rejected"], results.Select(result => result.Outcome));
        Assert.Equal("Too much", results[1].Message);
        Assert.Equal(3, handler.Calls);
    }

    [Fact]
    public async Task A_duplicate_while_halving_came_with_this_very_run()
    {
        string duplicate = "{\"data\":{\"1\":{\"status\":\"error\",\"remark\":\"Duplicate order found\",\"refnum\":\"A-1\"}}}";
        using SyncRig rig = new(new ScriptedHandler(Reply(200, "null"), Reply(200, duplicate), Reply(200, Success("A-2"))));

        Assert.Equal(["Accepted", "Accepted"], (await rig.SyncAsync("A-1", "A-2")).Select(result => result.Outcome));
    }

    private static string Success(string order) =>
        new JObject { ["data"] = new JObject { ["1"] = new JObject { ["status"] = "Success", ["remark"] = "Oder Processed Successfully", ["refnum"] = order } } }.ToString();

    private static string SampleReply(string name) =>
        (string)((JArray)Samples.Json("itl-replies.json")).Single(sample => (string?)sample["name"] == name)["body_text"]!;
}
