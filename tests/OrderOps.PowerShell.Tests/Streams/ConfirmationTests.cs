using System.Linq;
using OrderOps.PowerShell.Streams;
using Xunit;

namespace OrderOps.PowerShell.Tests.Streams;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData(1, "AWBs 1")]
    [InlineData(10, "AWBs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10")]
    [InlineData(11, "AWBs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 other")]
    [InlineData(100, "AWBs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 90 others")]
    public void Names_ten_and_counts_the_others(int count, string text) =>
        Assert.Equal(text, Confirmation.Names(Enumerable.Range(1, count).Select(number => $"{number}").ToArray(), "AWBs"));
}
