using OrderOps.Journal;
using Xunit;

namespace OrderOps.Tests.Journal.Orders;

public sealed class OrdersInHandTests
{
    private readonly OrdersInHand _inHand = new();
    private readonly HeldClaim _claim = new(7, 10);

    [Fact]
    public void Orders_of_one_number_are_told_apart_by_part_and_operation()
    {
        HeldOrder[] held = [Add("Sync", "A1"), Add("Sync", "A1", "2"), Add("Cancel", "A1"), Add("Sync", "A2")];
        Assert.Same(held[0], Find("Sync", "A1"));
        Assert.Same(held[1], Find("Sync", "A1", "2"));
        Assert.Same(held[2], Find("Cancel", "A1"));
        Assert.Same(held[3], Find("Sync", "A2"));
        Assert.Null(Find("Cancel", "A1", "2"));
        Assert.Null(Find("Sync", "A3"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void One_that_is_let_go_takes_no_other_of_its_number_with_it(int which)
    {
        string[] parts = ["", "1", "2"];
        foreach (string part in parts)
        {
            Add("Sync", "A1", part);
        }

        Assert.True(_inHand.Release("Sync", new OrderIdentity("A1", parts[which])).Last);
        for (int i = 0; i < parts.Length; i++)
        {
            Assert.Equal(i == which, Find("Sync", "A1", parts[i]) is null);
        }

        Assert.Equal((null, true), _inHand.Release("Sync", new OrderIdentity("A1", parts[which])));
    }

    [Fact]
    public void One_that_is_claimed_again_is_in_two_hands_and_goes_by_its_last_claim()
    {
        HeldOrder other = Add("Sync", "A1", "1");
        HeldOrder first = Add("Sync", "A1");
        HeldOrder again = new(new HeldClaim(8, 1), 0, null, false);
        Assert.True(_inHand.Add(Order("Sync", "A1"), again));
        Assert.Same(again, Find("Sync", "A1"));
        Assert.Same(other, Find("Sync", "A1", "1"));
        Assert.Equal((2, true, false), (again.Hands, again.IsShared, first.IsShared));
        Assert.Equal((again, false), _inHand.Release("Sync", new OrderIdentity("A1")));
        Assert.Equal((again, true), _inHand.Release("Sync", new OrderIdentity("A1")));
        Assert.Null(Find("Sync", "A1"));
        Assert.Same(other, Find("Sync", "A1", "1"));
    }

    private static OrderClaim Order(string operation, string number, string part = "") => new(operation, new OrderIdentity(number, part), 0, false);

    private HeldOrder? Find(string operation, string number, string part = "") => _inHand.Find(operation, new OrderIdentity(number, part));

    private HeldOrder Add(string operation, string number, string part = "")
    {
        HeldOrder held = new(_claim, 0, null, false);
        Assert.False(_inHand.Add(Order(operation, number, part), held));
        return held;
    }
}
