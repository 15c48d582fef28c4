using System;
using System.Globalization;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("60", 60.0)]
    [InlineData(" 60 ", 60.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("99999999999999999999", 31536000.0)]
    [InlineData("Thu, 02 Jan 2025 03:05:05 GMT", 60.0)]
    [InlineData("Thursday, 02-Jan-25 03:05:05 GMT", 60.0)]
    [InlineData("Thu Jan  2 03:05:05 2025", 60.0)]
    [InlineData("Thu, 02 Jan 2025 03:04:00 GMT", 0.0)]
    [InlineData("-5", null)]
    [InlineData("1,5", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Seconds_and_dates_are_read_whatever_the_culture(string? text, double? seconds)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "", "de-DE", "th-TH", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(seconds, RetryAfterHeader.Parse(text, Now)?.TotalSeconds);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
