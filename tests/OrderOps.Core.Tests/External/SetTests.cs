using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.External;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.External;

public sealed class SetTests
{
    [Theory]
    [InlineData(200, "[{\"order_id\":1}]", "Accepted", 1)]
    [InlineData(200, "{\"id\":1}", "Accepted", 1)]
    [InlineData(200, "{\"detail\":\"ok\"}", "Accepted", 1)]
    [InlineData(204, "", "Accepted", 1)]
    [InlineData(200, "[1]", "Accepted", 1)]
    [InlineData(200, "{\"error\":\"No such shop.\"}", "Rejected", 1)]
    [InlineData(200, "{\"status\":\"error\",\"message\":\"No such shop.\"}", "Rejected", 1)]
    [InlineData(200, "[{\"success\":false,\"detail\":\"No such shop.\"}]", "Rejected", 1)]
    [InlineData(200, "[]", "Unknown", 5)]
    [InlineData(200, "tea", "Unknown", 5)]
    [InlineData(500, "{}", "Unknown", 5)]
    [InlineData(0, "", "Unknown", 5)]
    [InlineData(503, "{}", "Rejected", 5)]
    [InlineData(400, "{\"detail\":\"No such shop.\"}", "Rejected", 1)]
    [InlineData(400, "{\"shop\":[\"No such shop.\"]}", "Rejected", 1)]
    [InlineData(400, "[{\"shop\":[\"No such shop.\"]}]", "Rejected", 1)]
    [InlineData(413, "<html>Too large</html>", "Rejected", 1)]
    [InlineData(404, "{\"detail\":\"No such shop.\"}", "Rejected", 1)]
    public async Task An_update_ends_as_the_reply_says(int status, string body, string outcome, int requests)
    {
        using ExternalRig rig = new((status, body));
        ExternalOrderResult result = Assert.Single(await rig.SetAsync(1, new Order { OrderId = "1" }));
        Assert.Equal((outcome, "Update", "1"), (result.Outcome, result.Operation, result.Key));
        Assert.Equal(requests, rig.Requests.Count);
        Assert.Equal(outcome == "Accepted", result.RecommendedAction is null);
        if (body.Contains("No such shop."))
        {
            Assert.Contains("No such shop.", result.Message);
        }
    }

    [Theory]
    [InlineData(0, "", "Unknown", 1)]
    [InlineData(502, "{}", "Unknown", 1)]
    [InlineData(200, "tea", "Unknown", 1)]
    [InlineData(200, "[]", "Unknown", 1)]
    [InlineData(503, "{}", "Rejected", 5)]
    [InlineData(201, "[{\"order_id\":7,\"rrn\":\"A\"}]", "Accepted", 1)]
    [InlineData(400, "[{\"rrn\":[\"An order with this rrn already exists.\"]}]", "Duplicate", 1)]
    [InlineData(400, "{\"shop\":[\"This shop already exists.\"]}", "Rejected", 1)]
    public async Task A_create_is_never_sent_twice_once_it_may_have_arrived(int status, string body, string outcome, int requests)
    {
        using ExternalRig rig = new((status, body));
        ExternalOrderResult result = Assert.Single(await rig.SetAsync(1, new Order { Rrn = "A" }));
        Assert.Equal((outcome, "Create", "A"), (result.Outcome, result.Operation, result.Key));
        Assert.Equal(requests, rig.Requests.Count);
        Assert.Equal(outcome == "Accepted" ? "7" : null, result.Reference);
    }

    [Theory]
    [InlineData(401, "{\"detail\":\"no\"}", "NotSent", ExternalErrors.CredentialsRefused)]
    [InlineData(404, "<html>", "NotSent", ExternalErrors.AddressWrong)]
    [InlineData(302, "", "NotSent", ExternalErrors.AddressWrong)]
    [InlineData(200, "<html>Log in</html>", "Unknown", ExternalErrors.AddressWrong)]
    public async Task The_configuration_ends_the_run_after_its_results(int status, string body, string outcome, string errorId)
    {
        using ExternalRig rig = new((status, body));
        List<ExternalOrderResult> results = new();
        ServiceConfigurationException failure = await Assert.ThrowsAsync<ServiceConfigurationException>(() => rig.SetAsync(new SetOptions(), results, new Order { OrderId = "1" }));
        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal([outcome], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task What_nothing_tells_apart_is_not_sent()
    {
        using ExternalRig rig = new((200, "[{}]"));
        List<ExternalOrderResult> results = await rig.SetAsync(1, new Order { Shop = "2" }, new Order { Rrn = " " }, new Order { OrderId = "8.62E+10" });
        Assert.All(results, result => Assert.Equal("Invalid", result.Outcome));
        Assert.All(results, result => Assert.Equal(ExternalErrors.OrderInvalid, result.ErrorId));
        Assert.Contains("scientific", results[2].Message);
        Assert.Empty(rig.Requests);
    }

    [Fact]
    public async Task An_order_that_comes_twice_is_sent_once()
    {
        using ExternalRig rig = new((200, "{}"));
        List<ExternalOrderResult> results = await rig.SetAsync(1, new Order { OrderId = "1" }, new Order { OrderId = "1" }, new Order { OrderId = "1", Shop = "2" }, new Order { Rrn = "1" });
        Assert.Equal(["Accepted", "Skipped", "Invalid", "Accepted"], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task Creates_and_updates_never_travel_together()
    {
        using ExternalRig rig = new((0, ""), (200, """[{"order_id":1},{"order_id":2}]"""), (0, ""));
        List<ExternalOrderResult> results = await rig.SetAsync(3, new Order { OrderId = "1" }, new Order { Rrn = "A" }, new Order { OrderId = "2" });
        Assert.Equal(["Accepted", "Unknown", "Accepted"], results.Select(result => result.Outcome));
        Assert.Equal(["""[{"order_id":1},{"order_id":2}]""", """[{"order_id":1},{"order_id":2}]""", """[{"rrn":"A"}]"""], rig.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task A_list_of_refusals_names_the_bad_and_the_rest_is_sent_again()
    {
        using ExternalRig rig = new((400, """[{},{"shop":["Bad."]},{}]"""), (201, """[{"order_id":11},{"order_id":13}]"""));
        List<ExternalOrderResult> results = await rig.SetAsync(3, new Order { Rrn = "A" }, new Order { Rrn = "B" }, new Order { Rrn = "C" });
        Assert.Equal(["Accepted 11", "Rejected ", "Accepted 13"], results.Select(result => $"{result.Outcome} {result.Reference}"));
        Assert.Equal("shop: Bad.", results[1].Message);
        Assert.Equal("""[{"rrn":"A"},{"rrn":"C"}]""", rig.Requests[1].Body);
    }

    [Fact]
    public async Task A_refusal_that_names_an_order_drops_it()
    {
        using ExternalRig rig = new((400, """[{"order_id":2,"shop":["Bad."]}]"""), (200, """[{"order_id":1},{"order_id":3}]"""));
        List<ExternalOrderResult> results = await rig.SetAsync(3, new Order { OrderId = "1" }, new Order { OrderId = "2" }, new Order { OrderId = "3" });
        Assert.Equal(["Accepted", "Rejected", "Accepted"], results.Select(result => result.Outcome));
    }

    [Theory]
    [InlineData("""{"detail":"Bad."}""")]
    [InlineData("""{"shop":["Bad."]}""")]
    public async Task A_refusal_that_names_none_is_halved(string body)
    {
        using ExternalRig rig = new((400, body), (200, """[{"order_id":1}]"""), (400, body));
        List<ExternalOrderResult> results = await rig.SetAsync(2, new Order { OrderId = "1" }, new Order { OrderId = "2" });
        Assert.Equal(["Accepted", "Rejected"], results.Select(result => result.Outcome));
        Assert.Contains("Bad.", results[1].Message);
        Assert.Equal(3, rig.Requests.Count);
    }

    [Fact]
    public async Task A_success_that_lacks_an_order_leaves_it_unknown()
    {
        using ExternalRig rig = new((200, """[{"order_id":2}]"""));
        List<ExternalOrderResult> results = await rig.SetAsync(2, new Order { OrderId = "1" }, new Order { OrderId = "2" });
        Assert.Equal(["Unknown", "Accepted"], results.Select(result => result.Outcome));
    }

    [Theory]
    [InlineData(204, "", "Accepted", 1, "Deleted")]
    [InlineData(200, "{}", "Accepted", 1, "Deleted")]
    [InlineData(404, "{\"detail\":\"Not found.\"}", "Accepted", 1, "gone already")]
    [InlineData(400, "{\"detail\":\"On its way.\"}", "Rejected", 1, "On its way.")]
    [InlineData(500, "", "Unknown", 5, "500")]
    [InlineData(503, "", "Rejected", 5, "503")]
    public async Task A_delete_ends_as_the_reply_says(int status, string body, string outcome, int requests, string words)
    {
        using ExternalRig rig = new((status, body));
        ExternalItemResult result = Assert.Single(await rig.DeleteAsync("12"));
        Assert.Equal(outcome, result.Outcome);
        Assert.Contains(words, result.Message);
        Assert.Equal(requests, rig.Requests.Count);
    }

    [Fact]
    public async Task A_delete_that_meets_a_page_for_people_does_not_pass_for_done()
    {
        using ExternalRig rig = new((404, "<html>Not Found</html>"));
        ServiceConfigurationException failure = await Assert.ThrowsAsync<ServiceConfigurationException>(() => rig.DeleteAsync("12"));
        Assert.Equal(ExternalErrors.AddressWrong, failure.ErrorId);
    }

    [Fact]
    public async Task Items_are_deleted_once_and_no_id_is_not_sent()
    {
        using ExternalRig rig = new((204, ""));
        List<ExternalItemResult> results = await rig.DeleteAsync("1", "1", "", "..");
        Assert.Equal(["Accepted", "Skipped", "Invalid", "Invalid"], results.Select(result => result.Outcome));
        Assert.Single(rig.Requests);
    }
}
