using System;
using System.Globalization;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public class PostingTimeTests
{
    [Theory]
    [InlineData("2020-10-16T20:22:28.000+00:00", "2020-10-16T20:22:28+00:00")]
    [InlineData("2020-10-16T20:22:28+05:30", "2020-10-16T20:22:28+05:30")]
    [InlineData("2020-10-16T20:22:28.5+0530", "2020-10-16T20:22:28.5+05:30")]
    [InlineData("2020-10-16T20:22:28.123456789Z", "2020-10-16T20:22:28.1234567+00:00")]
    [InlineData("2020-10-16T20:22Z", "2020-10-16T20:22:00+00:00")]
    [InlineData("2020-10-16T20:22:28+05:30[Asia/Kolkata]", "2020-10-16T20:22:28+05:30")]
    [InlineData("23-08-2023T12:07:18+05:30", "2023-08-23T12:07:18+05:30")]
    [InlineData("1602879748", "2020-10-16T20:22:28+00:00")]
    [InlineData("1602879748000", "2020-10-16T20:22:28+00:00")]
    [InlineData("1602879748123", "2020-10-16T20:22:28.123+00:00")]
    [InlineData("99999999999", "5138-11-16T09:46:39+00:00")]
    [InlineData("100000000000", "1973-03-03T09:46:40+00:00")]
    public void A_time_with_a_zone_or_a_number_is_certain(string text, string expected) => Reads(text, expected, assumed: false);

    [Theory]
    [InlineData("2020-10-16T20:22:28.000", "2020-10-16T20:22:28+00:00")]
    [InlineData("2020-10-16 20:22:28", "2020-10-16T20:22:28+00:00")]
    [InlineData("23-08-2023T12:07:18", "2023-08-23T12:07:18+00:00")]
    [InlineData("2020-10-16", "2020-10-16T00:00:00+00:00")]
    public void A_time_without_a_zone_is_taken_as_UTC_and_that_is_said(string text, string expected) => Reads(text, expected, assumed: true);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2020-13-16T20:22:28Z")]
    [InlineData("2020-10-16T25:22:28Z")]
    [InlineData("10/16/2020")]
    [InlineData("Z")]
    [InlineData("[Asia/Kolkata]")]
    [InlineData("999999999999999999")]
    [InlineData("-999999999999999999")]
    public void Anything_else_is_none(string text)
    {
        Assert.Null(PostingTime.Read(text, out bool assumed));
        Assert.False(assumed);
    }

    private static void Reads(string text, string expected, bool assumed)
    {
        DateTimeOffset? time = PostingTime.Read(text, out bool told);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), time);
        Assert.Equal(assumed, told);
    }
}
