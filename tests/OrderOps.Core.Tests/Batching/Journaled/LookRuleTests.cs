using System.Linq;
using OrderOps.Batching;
using Xunit;

namespace OrderOps.Tests.Batching.Journaled;

public sealed class LookRuleTests
{
    [Fact]
    public void All_are_looked_up_until_many_in_a_row_were_strangers_and_every_64th_from_then_on()
    {
        LookRule rule = new(always: false);

        Assert.Equal(64, Looks(rule, 64));
        Assert.Equal(10, Looks(rule, 640));
    }

    [Fact]
    public void One_that_is_known_makes_it_look_at_all_again()
    {
        LookRule rule = new(always: false);
        Looks(rule, 200);
        while (!rule.IsDue())
        {
        }

        rule.Note(isKnown: true);
        Assert.Equal(64, Looks(rule, 64));
    }

    [Fact]
    public void Where_nothing_follows_all_are_looked_up() => Assert.Equal(1000, Looks(new LookRule(always: true), 1000));

    private static int Looks(LookRule rule, int orders) => Enumerable.Range(0, orders).Count(_ =>
    {
        bool due = rule.IsDue();
        if (due)
        {
            rule.Note(isKnown: false);
        }

        return due;
    });
}
