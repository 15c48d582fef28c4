using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.External;
using Xunit;

namespace OrderOps.Tests.External;

public sealed class PagingTests
{
    private const string Next = "https://shop.test/base/external/external-order/?page=";

    [Fact]
    public void Pages_are_followed_to_the_last()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(5, Next + 2, "1", "2")), (200, ExternalRig.Page(5, Next + 3, "3", "4")), (200, ExternalRig.Page(5, null, "5")));
        Assert.Equal(["1", "2", "3", "4", "5"], rig.Read(out string? warning));
        Assert.Null(warning);
        Assert.Equal("https://shop.test/base/external/external-order/?ordering=created_at&page=1&page_size=2", rig.Requests[0].Address);
        Assert.Equal(Next + 3, rig.Requests[2].Address);
    }

    [Fact]
    public async Task The_first_order_is_out_before_the_second_page_is_asked_for_and_before_the_page_is_read()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(4, Next + 2, "1", "2").Replace("\"order_id\":2}", "\"order_id\":")));
        using Listing<Order> orders = rig.Reader.Orders(new OrderQuery { PageSize = 2 });
        Assert.True(await orders.NextPageAsync(CancellationToken.None));
        Assert.Equal(4, orders.Count);
        using IEnumerator<Order> reading = orders.Entries().GetEnumerator();
        Assert.True(reading.MoveNext());
        Assert.Equal("1", reading.Current.OrderId);
        Assert.Equal(ExternalErrors.ReplyUnreadable, Assert.Throws<ExternalReadException>(() => reading.MoveNext()).ErrorId);
        Assert.Single(rig.Requests);
    }

    [Theory]
    [InlineData(0, 3, "1 2 3", 2)]
    [InlineData(1, 1, "2", 1)]
    [InlineData(0, 2, "1 2", 1)]
    [InlineData(0, 0, "", 0)]
    public void No_more_pages_are_asked_for_than_are_wanted(int skip, int first, string ids, int requests)
    {
        using ExternalRig rig = new((200, ExternalRig.Page(9, Next + 2, "1", "2")), (200, ExternalRig.Page(9, Next + 3, "3", "4")));
        Assert.Equal(ids, string.Join(" ", rig.Read(new OrderQuery { PageSize = 2, Skip = skip, First = first })));
        Assert.Equal(requests, rig.Requests.Count);
    }

    [Fact]
    public void Whole_pages_that_are_left_out_are_not_asked_for()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(6, null, "5", "6")));
        Assert.Equal(["6"], rig.Read(out string? warning, new OrderQuery { PageSize = 2, Skip = 5 }));
        Assert.Contains("page=3&", rig.Requests[0].Address);
        Assert.Null(warning);
    }

    [Fact]
    public void Beyond_the_last_page_is_nothing_and_no_error()
    {
        using ExternalRig rig = new((404, """{"detail":"Invalid page."}"""));
        Assert.Empty(rig.Read(new OrderQuery { PageSize = 2, Skip = 50 }));
    }

    [Fact]
    public void An_order_that_comes_twice_is_given_once_and_what_is_missing_is_said()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(4, Next + 2, "1", "2")), (200, ExternalRig.Page(4, null, "2", "3")));
        Assert.Equal(["1", "2", "3"], rig.Read(out string? warning));
        Assert.Contains("promised 4", warning);
        Assert.Contains("gave 3", warning);
        Assert.Contains("1 came twice", warning);
    }

    [Theory]
    [InlineData("""[{"order_id":1},{"order_id":2}]""", """[{"order_id":3}]""", "1 2 3", 2)]
    [InlineData("""[{"order_id":1},{"order_id":2}]""", "[]", "1 2", 2)]
    [InlineData("""[{"order_id":1},{"order_id":2}]""", "404", "1 2", 2)]
    [InlineData("""[{"order_id":1},{"order_id":2},{"order_id":3}]""", "[]", "1 2 3", 1)]
    [InlineData("""{"results":[{"order_id":1},{"order_id":2}],"next":"?page=2","count":3}""", """{"results":[{"order_id":3}],"count":3,"next":null}""", "1 2 3", 2)]
    [InlineData("""{"results":[{"order_id":1}],"next":"/base/external/external-order/?page=2"}""", """{"results":[{"order_id":"3"}]}""", "1 3", 2)]
    [InlineData("[]", "[]", "", 1)]
    public void Every_form_of_a_list_is_read(string first, string second, string ids, int requests)
    {
        using ExternalRig rig = new((200, first), second == "404" ? (404, """{"detail":"Invalid page."}""") : (200, second));
        Assert.Equal(ids, string.Join(" ", rig.Read()));
        Assert.Equal(requests, rig.Requests.Count);
        Assert.All(rig.Requests, request => Assert.StartsWith("https://shop.test/base/external/", request.Address));
    }

    [Fact]
    public void A_page_that_comes_again_and_again_ends_the_list_with_an_error()
    {
        int page = 1;
        using ExternalRig rig = new(Enumerable.Range(0, 20).Select(_ => (200, ExternalRig.Page(100, Next + ++page, "1", "2"))).ToArray());
        Assert.Equal(ExternalErrors.PageRepeated, Assert.Throws<ExternalReadException>(() => rig.Read()).ErrorId);
        Assert.Equal(3, rig.Requests.Count);
    }

    [Fact]
    public void A_next_page_that_was_asked_for_before_ends_the_list_with_an_error()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(100, Next + 2, "1", "2")), (200, ExternalRig.Page(100, Next + 2, "3", "4")));
        Assert.Equal(ExternalErrors.PageRepeated, Assert.Throws<ExternalReadException>(() => rig.Read()).ErrorId);
        Assert.Equal(2, rig.Requests.Count);
    }

    [Theory]
    [InlineData("https://elsewhere.test/base/external/external-order/?page=2", ExternalErrors.NextOnOtherHost)]
    [InlineData("http:///?page=2", ExternalErrors.ReplyUnreadable)]
    public void A_next_page_on_another_host_is_not_asked_for(string next, string errorId)
    {
        using ExternalRig rig = new((200, ExternalRig.Page(100, next, "1", "2")));
        Assert.Equal(errorId, Assert.Throws<ExternalReadException>(() => rig.Read()).ErrorId);
        Assert.Single(rig.Requests);
    }

    [Fact]
    public void The_same_address_behind_a_proxy_stays_encrypted()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(2, "http://shop.test:8080/base/external/external-order/?page=2", "1")), (200, ExternalRig.Page(2, null, "2")));
        Assert.Equal(["1", "2"], rig.Read());
        Assert.Equal(Next + 2, rig.Requests[1].Address);
    }

    [Fact]
    public void Reads_are_repeated()
    {
        using ExternalRig rig = new((0, ""), (502, "{}"), (200, "no json"), (200, ExternalRig.Page(1, null, "1")));
        Assert.Equal(["1"], rig.Read());
        Assert.Equal(4, rig.Requests.Count);
    }

    [Fact]
    public void A_stop_ends_it_at_once()
    {
        using ExternalRig rig = new((200, ExternalRig.Page(1, null, "1")));
        using CancellationTokenSource stop = new();
        stop.Cancel();
        using Listing<Order> orders = rig.Reader.Orders(new OrderQuery());
        Assert.ThrowsAny<OperationCanceledException>(() => orders.NextPageAsync(stop.Token).GetAwaiter().GetResult());
        Assert.Empty(rig.Requests);
    }

    [Fact]
    public void A_million_hashes_are_told_apart()
    {
        KeySet keys = new();
        Assert.All([1, 2, 3], number => Assert.True(keys.Add($"key {number}")));
        Assert.False(keys.Add("key 2"));
        Assert.True(keys.Add(0UL));
        Assert.False(keys.Add(0UL));
        for (int i = 0; i < 1_000_000; i++)
        {
            keys.Add((ulong)i * 0x9E3779B97F4A7C15UL);
        }

        Assert.Equal(1_000_003, keys.Count);
    }
}
