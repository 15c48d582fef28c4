using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using OrderOps.Batching;
using OrderOps.Itl;
using OrderOps.Journal;
using OrderOps.Tests.Integration;
using Xunit;

namespace OrderOps.Tests.Itl.Client;

/// <summary>A hash of what is sent means the same in every process, on every machine, by every credential.</summary>
public sealed class ContentHashTests
{
    // A change here makes every journal take unchanged orders for changed ones: then OrderClaim.ContentVersion goes up.
    [Fact]
    public void Hashes_stay_what_they_are_while_their_version_does()
    {
        Assert.Equal(1, OrderClaim.ContentVersion);
        Assert.Equal(
            "3ec9dc1cdc81262a 00ece6b12ec9f2ec 3a2210a82cbc176f ad305671c0dbc62e",
            string.Join(
                " ",
                new[]
                {
                    Sync(OrderSamples.Cod("A-1")).HashContent(),
                    new CancelWork("86210010463", null).HashContent(),
                    OrderOps.Integration.OrderRules.Check(UpsertSamples.Vendor(), null).ContentHash,
                    OrderOps.External.OrderCheck.Of(new OrderOps.External.Order { Rrn = "A" }, null, OrderOps.External.StatusSpelling.Underscored).ContentHash,
                }.Select(hash => hash.ToString("x16", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("", "ef46db3751d8e999")]
    [InlineData("a", "d24ec4f1a98c6e5b")]
    [InlineData("abc", "44bc2cf5ad770999")]
    [InlineData("12345678901234567890123456789012345678901234567", "df1f58b4b4df83a5")]
    public void It_is_XXH64(string text, string hash) =>
        Assert.Equal(hash, ContentHash.Of(Encoding.ASCII.GetBytes(text)).ToString("x16", CultureInfo.InvariantCulture));

    [Fact]
    public void The_day_on_which_it_is_hashed_changes_nothing()
    {
        ulong today = Sync(OrderSamples.Cod("A-1"), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)).HashContent();

        Assert.Equal(today, Sync(OrderSamples.Cod("A-1"), new DateTimeOffset(2026, 7, 7, 0, 0, 0, TimeSpan.Zero)).HashContent());
    }

    [Fact]
    public void What_is_written_otherwise_and_means_the_same_is_the_same_content()
    {
        Order spaced = OrderSamples.Cod("A-1");
        spaced.City = " Mumbai ";

        Assert.Equal(Sync(OrderSamples.Cod("A-1")).HashContent(), Sync(spaced).HashContent());
    }

    public static TheoryData<Action<Order>> Changes => new()
    {
        order => order.Name = "Asha Rao",
        order => order.OrderDate = "03-11-2025 09:07:00",
        order => order.SubOrder = "2",
        order => order.Products = new List<Product> { OrderSamples.Bottle(), OrderSamples.Bottle() },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void What_differs_in_anything_that_is_sent_is_other_content(Action<Order> change)
    {
        Order changed = OrderSamples.Cod("A-1");
        change(changed);

        Assert.NotEqual(Sync(OrderSamples.Cod("A-1")).HashContent(), Sync(changed).HashContent());
    }

    private static SyncWork Sync(Order order, DateTimeOffset? now = null) =>
        new(new OrderRules(new OrderRuleOptions { Now = now }).Check(order), null);
}
