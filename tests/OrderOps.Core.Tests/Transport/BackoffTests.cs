using System;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 1.0, 1000)]
    [InlineData(2, 1.0, 2000)]
    [InlineData(3, 1.0, 4000)]
    [InlineData(6, 1.0, 30000)]
    [InlineData(1000000, 1.0, 30000)]
    [InlineData(3, 0.5, 2000)]
    [InlineData(3, 0.0, 0)]
    public void It_doubles_up_to_the_cap_and_jitters_down_to_nothing(int attempt, double random, double milliseconds) =>
        Assert.Equal(milliseconds, Backoff.Delay(attempt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), random).TotalMilliseconds);

    [Fact]
    public void A_cap_that_is_already_over_means_no_wait() =>
        Assert.Equal(TimeSpan.Zero, Backoff.Delay(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(-1), 1.0));
}
