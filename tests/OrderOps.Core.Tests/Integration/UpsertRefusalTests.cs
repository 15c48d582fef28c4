using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Integration;
using OrderOps.Tests.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Integration;

/// <summary>A 400 takes the order out that it names; where it names none, the batch is halved.</summary>
public sealed class UpsertRefusalTests
{
    [Theory]
    [InlineData("data[{0}].email")]
    [InlineData("data.{0}.email")]
    [InlineData("/data/{0}/email")]
    public async Task A_named_order_is_rejected_and_the_rest_sent_again(string form)
    {
        (List<string[]> requests, List<UpsertResult> results) = await SetAsync(8, bad: [3, 6], place => string.Format(CultureInfo.InvariantCulture, form, place));

        Assert.Equal([8, 7, 6], requests.Select(keys => keys.Length));
        Assert.Equal(["O-3", "O-6"], results.Where(result => result.Outcome == "Rejected").Select(result => result.Key));
        Assert.Equal(6, results.Count(result => result.Outcome == "Accepted"));
        Assert.Equal($"email is required (at {string.Format(CultureInfo.InvariantCulture, form, 3)}).", results[3].Message);
        Assert.Equal(("IntegrationOrderRejected", 400), (results[3].ErrorId, results[3].StatusCode));
        Assert.Equal(Enumerable.Range(0, 8).Select(number => (long)number), results.Select(result => result.InputIndex));
    }

    [Theory]
    [InlineData("email")]
    [InlineData("")]
    [InlineData("data[99].email")]
    public async Task A_path_that_names_none_of_them_halves(string path)
    {
        (List<string[]> requests, List<UpsertResult> results) = await SetAsync(8, bad: [3], _ => path);

        Assert.Equal("O-3", Assert.Single(results, result => result.Outcome != "Accepted").Key);
        Assert.True(requests.Count <= 7, $"{requests.Count} requests");
        Assert.Contains(requests, keys => keys.Length == 1 && keys[0] == "O-3");
    }

    [Fact]
    public async Task All_of_a_batch_can_be_refused_by_name_without_a_doubt_about_the_service()
    {
        (List<string[]> requests, List<UpsertResult> results) = await SetAsync(12, bad: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], place => $"data[{place}].email", batchSize: 4);

        Assert.Equal(11, results.Count(result => result.Outcome == "Rejected"));
        Assert.Equal("Accepted", results[11].Outcome);
        Assert.Equal(12, requests.Count);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_for_a_proxy_is_halved()
    {
        List<string[]> requests = new();
        ScriptedHandler service = UpsertRig.Service(requests, keys => keys.Length > 2
            ? Reply(413, "<html>Request Entity Too Large</html>", "text/html")
            : Reply(200, UpsertSamples.Counts(keys.Length, 0, 0)));
        using UpsertRig rig = new(service);
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(4));

        Assert.All(results, result => Assert.Equal("Accepted", result.Outcome));
        Assert.Equal([4, 2, 2], requests.Select(keys => keys.Length));
    }

    private static async Task<(List<string[]> Requests, List<UpsertResult> Results)> SetAsync(int count, int[] bad, Func<int, string> path, int batchSize = 100)
    {
        HashSet<string> badKeys = [.. bad.Select(number => "O-" + number.ToString(CultureInfo.InvariantCulture))];
        List<string[]> requests = new();
        ScriptedHandler service = UpsertRig.Service(requests, keys => Array.FindIndex(keys, badKeys.Contains) is >= 0 and int place
            ? Reply(400, UpsertSamples.BadRequest(path(place)))
            : Reply(200, UpsertSamples.Counts(keys.Length, 0, 0)));
        using UpsertRig rig = new(service, new UpsertOptions { BatchSize = batchSize, ThrottleLimit = 1 });
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(count));
        return (requests, results);
    }
}
