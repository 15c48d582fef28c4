using OrderOps.Batching;
using Xunit;

namespace OrderOps.Tests.Batching;

public class SeenTableTests
{
    [Fact]
    public void A_key_is_new_once_and_then_gives_what_it_came_with()
    {
        SeenTable seen = new();
        Assert.True(seen.TryAdd(7, 70, out _));
        Assert.False(seen.TryAdd(7, 71, out ulong earlier));
        Assert.Equal(70UL, earlier);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public void No_key_is_taken_for_a_free_place(ulong key)
    {
        SeenTable seen = new();
        Assert.True(seen.TryAdd(key, 0, out _));
        Assert.False(seen.TryAdd(key, 5, out ulong earlier));
        Assert.Equal(0UL, earlier);
    }

    [Fact]
    public void It_keeps_every_key_while_it_grows()
    {
        SeenTable seen = new();
        for (ulong i = 1; i <= 100_000; i++)
        {
            Assert.True(seen.TryAdd(KeyHash.Of($"WEB-{i}"), i, out _));
        }

        for (ulong i = 1; i <= 100_000; i++)
        {
            Assert.False(seen.TryAdd(KeyHash.Of($"WEB-{i}"), 0, out ulong earlier));
            Assert.Equal(i, earlier);
        }
    }

    [Fact]
    public void It_keeps_keys_that_all_want_the_same_place()
    {
        SeenTable seen = new();
        for (ulong i = 1; i <= 1000; i++)
        {
            Assert.True(seen.TryAdd(i << 20, i, out _));
        }

        Assert.False(seen.TryAdd(500UL << 20, 0, out ulong earlier));
        Assert.Equal(500UL, earlier);
    }
}
