using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Integration;
using OrderOps.Outcomes;
using OrderOps.Tests.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Integration;

/// <summary>Given this reply, that outcome for each order that was sent.</summary>
public sealed class UpsertOutcomeTests
{
    [Theory]
    [InlineData(3, 0, "Inserted")]
    [InlineData(0, 3, "Updated")]
    [InlineData(2, 1, null)]
    public async Task Counts_without_a_skipped_one_settle_every_order(int inserted, int updated, string? action)
    {
        using UpsertRig rig = new(new ScriptedHandler(Reply(200, UpsertSamples.Counts(inserted, updated, 0))));
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(3));

        Assert.Equal(["O-0", "O-1", "O-2"], results.Select(result => result.Key));
        Assert.All(results, result => Assert.Equal(("Accepted", action, null), (result.Outcome, result.Action, result.ErrorId)));
        Assert.All(results, result => Assert.StartsWith($"{inserted} new records inserted.", result.Message));
        Assert.Equal(("Integration", "SetOrder", 200), (results[0].Service, results[0].Operation, results[0].StatusCode));
    }

    [Fact]
    public async Task Skipped_ones_are_not_named_so_that_none_of_the_request_is_known()
    {
        using UpsertRig rig = new(new ScriptedHandler(Reply(200, UpsertSamples.Counts(1, 0, 2))));
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(3));

        Assert.All(results, result => Assert.Equal(("Unknown", null), (result.Outcome, result.Action)));
        Assert.All(results, result => Assert.Equal("2 of 3 unchanged or refused, not named (1 inserted, 0 updated).", result.Message));
        Assert.All(results, result => Assert.Contains("-OneByOne", result.RecommendedAction));
        Assert.All(results, result => Assert.Null(result.Warning));
        Assert.Equal("IntegrationOutcomeUnknown", results[0].ErrorId);
    }

    [Fact]
    public async Task One_by_one_each_order_has_its_own_answer()
    {
        List<string[]> requests = new();
        ScriptedHandler service = UpsertRig.Service(requests, keys => Reply(200, keys[0] switch
        {
            "O-0" => UpsertSamples.Counts(1, 0, 0),
            "O-1" => UpsertSamples.Counts(0, 1, 0),
            _ => UpsertSamples.Counts(0, 0, 1),
        }));
        using UpsertRig rig = new(service, new UpsertOptions { OneByOne = true, ThrottleLimit = 1 });
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(3));

        Assert.Equal(3, requests.Count);
        Assert.Equal([("Accepted", "Inserted"), ("Accepted", "Updated"), ("Unknown", null)], results.Select(result => (result.Outcome, result.Action)));
        Assert.StartsWith("Unchanged or refused", results[2].Message);
        Assert.DoesNotContain("-OneByOne", results[2].RecommendedAction);
    }

    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(3, 1, 0)]
    [InlineData(0, 0, 0)]
    public async Task Counts_that_do_not_add_up_are_unknown_with_one_warning(int inserted, int updated, int skipped)
    {
        using UpsertRig rig = new(new ScriptedHandler(Reply(200, UpsertSamples.Counts(inserted, updated, skipped))));
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(3));

        Assert.All(results, result => Assert.Equal("Unknown", result.Outcome));
        string warning = Assert.Single(results, result => result.Warning is not null).Warning!;
        Assert.Contains($"{inserted} inserted, {updated} updated and {skipped} skipped of 3 orders", warning);
    }

    [Fact]
    public async Task Refused_credentials_end_the_run()
    {
        using UpsertRig rig = new(new ScriptedHandler(Reply(401, "{\"error\":\"Invalid token token-1234\"}")));
        ServiceConfigurationException failure = await Assert.ThrowsAsync<ServiceConfigurationException>(async () => await rig.SetAsync(UpsertSamples.Orders(3)));

        Assert.Equal(("IntegrationCredentialsRefused", true), (failure.ErrorId, failure.Credentials));
        Assert.StartsWith("The integration service refused the token: Invalid token", failure.Message);
        Assert.DoesNotContain("token-1234", failure.Message);
        Assert.NotEmpty(failure.RecommendedAction);
        Assert.Equal((3, 3), (rig.Summary.NotSent, rig.Summary.ExitCode));
    }

    [Theory]
    [InlineData(404, "{\"error\":\"Not Found\"}", "application/json", "NotSent")]
    [InlineData(302, "", "text/plain", "NotSent")]
    [InlineData(400, "<html>Plain HTTP to an HTTPS port</html>", "text/html", "NotSent")]
    [InlineData(200, "<html><body>Welcome</body></html>", "text/html", "Unknown")]
    public async Task What_is_not_the_service_ends_the_run(int status, string body, string type, string outcome)
    {
        ScriptedHandler handler = new(Reply(status, body, type));
        using UpsertRig rig = new(handler);
        ServiceConfigurationException failure = await Assert.ThrowsAsync<ServiceConfigurationException>(async () => await rig.SetAsync(UpsertSamples.Orders(2)));

        Assert.Equal("IntegrationAddressWrong", failure.ErrorId);
        Assert.Contains("https://integration.test/base/api/integration/orders", failure.Message);
        Assert.Equal(2, outcome == "Unknown" ? rig.Summary.Unknown : rig.Summary.NotSent);
        Assert.Equal(1, handler.Calls);
    }

    [Theory]
    [InlineData(500, "{\"error\":\"oops\"}")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(503, "")]
    [InlineData(200, "{\"skipped\":0,\"inser")]
    [InlineData(200, "{\"message\":\"ok\"}")]
    public async Task What_may_be_repeated_is(int status, string body)
    {
        ScriptedHandler handler = new(Reply(status, body), Reply(200, UpsertSamples.Counts(1, 0, 0)));
        using UpsertRig rig = new(handler);
        UpsertResult result = Assert.Single(await rig.SetAsync(UpsertSamples.Orders(1)));

        Assert.Equal(("Accepted", 2), (result.Outcome, result.Attempts));
    }

    [Fact]
    public async Task A_repeat_of_what_had_arrived_is_skipped_and_the_message_says_so()
    {
        using UpsertRig rig = new(new ScriptedHandler(Reset(), Reply(200, UpsertSamples.Counts(0, 0, 2))));
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(2));

        Assert.All(results, result => Assert.Equal("Unknown", result.Outcome));
        Assert.All(results, result => Assert.Contains("An earlier attempt may have arrived", result.Message));
    }

    [Theory]
    [InlineData(500, "{\"error\":\"oops\"}", "Unknown", 4)]
    [InlineData(200, "not json", "Unknown", 4)]
    [InlineData(429, "", "Rejected", 2)]
    public async Task What_fails_to_the_end_says_what_to_do(int status, string body, string outcome, int exitCode)
    {
        ScriptedHandler handler = new(Reply(status, body));
        using UpsertRig rig = new(handler);
        UpsertResult result = Assert.Single(await rig.SetAsync(UpsertSamples.Orders(1)));

        Assert.Equal((outcome, 5), (result.Outcome, handler.Calls));
        Assert.NotNull(result.ErrorId);
        Assert.NotEmpty(result.RecommendedAction!);
        Assert.Equal(exitCode, rig.Summary.ExitCode);
    }
}
