using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox;
using OrderOps.Sandbox.External;
using Xunit;

namespace OrderOps.Tests.Sandbox;

public sealed class ExternalListTests : IDisposable
{
    private const string Orders = "external/external-order/";
    private const string Oldest = Orders + "?ordering=created_at";

    private readonly ServiceCaller _caller = ServiceCaller.External(new SandboxOptions { ExternalOrders = 250 });

    private ExternalSandbox Service => _caller.Box.External;

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task A_page_counts_all_and_links_to_its_neighbours_with_the_same_query()
    {
        var page = await _caller.Get(Oldest + "&page=2&page_size=100&status=");

        Assert.Equal(["count", "next", "previous", "results"], ((JObject)page).Properties().Select(member => member.Name));
        Assert.Equal(250, (int)page["count"]!);
        Assert.Equal(new Uri(Service.BaseAddress, Oldest + "&page_size=100&status=&page=3").AbsoluteUri, (string?)page["next"]);
        Assert.Equal(new Uri(Service.BaseAddress, Oldest + "&page_size=100&status=").AbsoluteUri, (string?)page["previous"]);
        Assert.Equal(Ids(101, 200), IdsOf(page["results"]!));
    }

    [Fact]
    public async Task Following_next_delivers_every_order_once_the_oldest_first()
    {
        var orders = await Follow(Oldest);

        Assert.Equal(Ids(1, 250), IdsOf(orders));
        var times = orders.Select(order => DateTimeOffset.Parse((string)order["created_at"]!)).ToArray();
        Assert.Equal(times.OrderBy(time => time).Distinct(), times);
    }

    [Theory]
    [InlineData(Orders)]
    [InlineData("external/external-order")]
    [InlineData(Orders + "?ordering=-created_at")]
    [InlineData(Orders + "?ordering=-id")]
    [InlineData(Orders + "?ordering=nonsense")]
    public async Task The_newest_comes_first_unless_told_otherwise(string path)
        => Assert.Equal(Ids(151, 250).Reverse(), IdsOf((await _caller.Get(path))["results"]!));

    [Fact]
    public async Task An_order_has_the_fields_of_the_vendors_sample_and_more()
    {
        var order = (JObject)(await _caller.Get(Oldest + "&page_size=1"))["results"]![0]!;
        var sample = (JObject)Sample()[0]!;

        Assert.Empty(sample.Properties().Select(member => member.Name).Except(order.Properties().Select(member => member.Name)));
        Assert.Equal(
            ((JObject)sample["address"]!).Properties().Select(member => (member.Name, member.Name == "address_ru" ? JTokenType.String : JTokenType.Integer)),
            ((JObject)order["address"]!).Properties().Select(member => (member.Name, member.Value.Type)));
        Assert.Empty(((JObject)sample["order_items"]![0]!).Properties().Select(member => member.Name)
            .Except(((JObject)order["order_items"]![0]!).Properties().Select(member => member.Name)));
        Assert.NotNull(order["client_name"]);
    }

    [Fact]
    public async Task Every_start_gives_the_same_orders()
    {
        using var other = ServiceCaller.External(new SandboxOptions { ExternalOrders = 250 });

        Assert.Equal(
            (await _caller.Get(Oldest))["results"]!.ToString(),
            (await other.Get(Oldest))["results"]!.ToString());
    }

    [Fact]
    public async Task There_are_3000_unless_told_otherwise_and_the_number_can_change()
    {
        using var caller = ServiceCaller.External();
        Assert.Equal(3000, (int)(await caller.Get(Oldest))["count"]!);

        caller.Box.External.OrderCount = 1_000_000;
        var page = await caller.Get(Oldest + "&page_size=5000&page=200");

        Assert.Equal(Ids(995_001, 1_000_000), IdsOf(page["results"]!));
        Assert.Equal(JTokenType.Null, page["next"]!.Type);
        Assert.Throws<ArgumentOutOfRangeException>(() => caller.Box.External.OrderCount = 1_000_001);
    }

    [Fact]
    public async Task A_new_order_shifts_the_pages_of_a_descending_list()
    {
        var first = await _caller.Get(Orders);
        Service.OrderCount++;
        var second = await _caller.Get(Orders + "?page=2");

        Assert.Equal(IdsOf(first["results"]!).Last(), IdsOf(second["results"]!).First());
    }

    [Theory]
    [InlineData("page_size=5000", 200)]
    [InlineData("page_size=5001", 400)]
    [InlineData("page_size=0", 400)]
    [InlineData("page_size=-1", 400)]
    [InlineData("page_size=all", 400)]
    [InlineData("created_after=yesterday", 400)]
    [InlineData("page=3", 200)]
    [InlineData("page=4", 404)]
    [InlineData("page=0", 404)]
    public async Task A_page_that_can_not_be_is_refused(string query, int expected)
        => Assert.Equal(expected, (await _caller.Send("GET", Orders + "?" + query)).Status);

    [Fact]
    public async Task No_orders_are_an_empty_page()
    {
        Service.OrderCount = 0;

        Assert.Equal((200, """{"count":0,"next":null,"previous":null,"results":[]}"""), await _caller.Send("GET", Orders));
    }

    [Theory]
    [InlineData("new")]
    [InlineData("in_collection,done")]
    [InlineData("incollection,Done")]
    public async Task Statuses_filter_in_both_spellings(string statuses)
    {
        var wanted = statuses.ToLowerInvariant().Replace("incollection", "in_collection").Split(',');

        var found = await Follow(Oldest + "&status=" + statuses);

        var all = await Follow(Oldest);
        Assert.Equal(IdsOf(all.Where(order => wanted.Contains((string?)order["status"]))), IdsOf(found));
        Assert.NotEmpty(found);
        Assert.NotEqual(all.Count, found.Count);
    }

    [Fact]
    public async Task A_status_that_is_not_known_finds_nothing()
        => Assert.Equal(0, (int)(await _caller.Get(Orders + "?status=lost"))["count"]!);

    [Fact]
    public async Task Created_after_leaves_out_the_moment_itself()
    {
        var moment = DateTimeOffset.Parse((string)(await _caller.Get(Orders + "100/"))["created_at"]!).ToUnixTimeSeconds();

        Assert.Equal(Ids(101, 200), IdsOf((await _caller.Get(Oldest + "&created_after=" + moment))["results"]!));
        Assert.Equal(Ids(100, 199), IdsOf((await _caller.Get(Oldest + "&created_after=" + (moment - 1)))["results"]!));
        Assert.Equal(250, (int)(await _caller.Get(Oldest + "&created_after=0"))["count"]!);
        Assert.Equal(0, (int)(await _caller.Get(Oldest + "&created_after=99999999999"))["count"]!);
    }

    [Theory]
    [InlineData("24", new[] { 24, 124, 224, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 25, 125, 225 })]
    [InlineData("100000000099", new[] { 100 })]
    [InlineData("nobody", new int[0])]
    public async Task A_search_looks_into_ids_and_rrns(string text, int[] expected)
    {
        var found = IdsOf((await _caller.Get(Oldest + "&search=" + text))["results"]!);

        // 25 has the rrn 100000000024: the search does not tell the two apart.
        Assert.Equal(expected.Select(id => (long)id).OrderBy(id => id), found);
    }

    [Fact]
    public async Task Fields_are_chosen()
    {
        var page = await _caller.Get(Oldest + "&page_size=2&fields=status,id,nonsense");

        Assert.All(page["results"]!, order => Assert.Equal(["id", "status"], ((JObject)order).Properties().Select(member => member.Name)));
        Assert.Equal("{}", (await _caller.Get(Oldest + "&fields=nonsense"))["results"]![0]!.ToString());
    }

    [Fact]
    public async Task A_list_can_be_a_bare_array()
    {
        Service.Quirks.BareArrays = true;

        Assert.Equal(Ids(201, 250), IdsOf(Assert.IsType<JArray>(await _caller.Get(Oldest + "&page=3"))));
        Assert.Equal("[]", (await _caller.Send("GET", Oldest + "&page=4")).Body);
        Assert.IsType<JArray>(await _caller.Get("external/region/"));
    }

    [Fact]
    public async Task A_page_can_come_again_for_ever()
    {
        Service.Quirks.RepeatPage = 2;

        var third = await _caller.Get(Oldest + "&page=3");

        Assert.Equal(Ids(101, 200), IdsOf(third["results"]!));
        Assert.EndsWith("page=4", (string?)third["next"]);
        Assert.Equal(Ids(101, 200), IdsOf((await _caller.Get(Oldest + "&page=99"))["results"]!));
        Assert.Equal(Ids(1, 100), IdsOf((await _caller.Get(Oldest))["results"]!));

        Service.Quirks.BareArrays = true;
        Service.Quirks.RepeatPage = 1;
        Assert.Equal(Ids(1, 100), IdsOf(await _caller.Get(Oldest + "&page=5")));
    }

    [Fact]
    public async Task A_next_can_lead_nowhere_or_elsewhere()
    {
        Service.Quirks.RepeatNext = 2;
        Assert.EndsWith("page=2", (string?)(await _caller.Get(Oldest + "&page=1"))["next"]);
        Assert.EndsWith("page=2", (string?)(await _caller.Get(Oldest + "&page=2"))["next"]);

        Service.Quirks.NextHost = "elsewhere.example:8080";
        Assert.StartsWith("http://elsewhere.example:8080/ecom/external/external-order/?", (string?)(await _caller.Get(Oldest))["next"]);
    }

    [Fact]
    public async Task Pages_can_overlap()
    {
        Service.Quirks.Overlap = 10;

        var orders = await Follow(Oldest);

        Assert.Equal(Ids(1, 100).Concat(Ids(91, 190)).Concat(Ids(181, 250)), IdsOf(orders));
    }

    [Fact]
    public async Task Fewer_can_come_than_were_promised()
    {
        Service.Quirks.MissingEntries = 7;

        Assert.Equal(257, (int)(await _caller.Get(Oldest))["count"]!);
        Assert.Equal(250, (await Follow(Oldest)).Count);
    }

    [Fact]
    public async Task Statuses_can_lack_their_underscores()
    {
        Service.Quirks.PlainStatuses = true;

        var statuses = (await Follow(Oldest)).Select(order => (string)order["status"]!).Distinct().ToArray();

        Assert.Contains("incollection", statuses);
        Assert.DoesNotContain(statuses, status => status.Contains('_'));
    }

    [Fact]
    public async Task Faults_find_the_list()
    {
        _caller.Box.Faults.Next(Fault.Status(418), on: "external/list-orders").Next(Fault.Status(429), on: "external");

        Assert.Equal(429, (await _caller.Send("GET", Orders + "7/")).Status);
        Assert.Equal(418, (await _caller.Send("GET", Orders)).Status);
        Assert.Equal(200, (await _caller.Send("GET", Orders)).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_long_page_is_whole_also_when_it_trickles_and_is_cut_in_the_middle(string coding)
    {
        _caller.Box.Faults.Next(Fault.SlowDrip(TimeSpan.FromMilliseconds(20))).Next(Fault.Compressed(coding)).Next(Fault.Truncated());

        Assert.Equal(250, (await _caller.Get(Oldest + "&page_size=250"))["results"]!.Count());
        Assert.Equal(250, (await _caller.Get(Oldest + "&page_size=250"))["results"]!.Count());
        await Assert.ThrowsAnyAsync<System.Net.Http.HttpRequestException>(() => _caller.Send("GET", Oldest + "&page_size=250"));
        Assert.Equal(250, (await _caller.Get(Oldest + "&page_size=250"))["results"]!.Count());
    }

    private static JArray Sample()
        => (JArray)ServiceCaller.Parse(System.IO.File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Samples", "external-order-post.json")));

    private static IEnumerable<long> Ids(int first, int last) => Enumerable.Range(first, last - first + 1).Select(id => (long)id);

    private static long[] IdsOf(IEnumerable<JToken> orders) => orders.Select(order => (long)order["id"]!).ToArray();

    private async Task<List<JToken>> Follow(string path)
    {
        var orders = new List<JToken>();
        for (var next = path; next is not null;)
        {
            var page = await _caller.Get(next);
            orders.AddRange(page["results"]!);
            next = (string?)page["next"];
        }

        return orders;
    }
}
