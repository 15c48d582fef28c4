using System;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.Rules;
using Xunit;

namespace OrderOps.Tests.Itl;

public class DateRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static Func<string, RuleAnswer> Rule(string? format = null, TimeZoneInfo? zone = null) => new DateRule(zone ?? WallClock.India, format, () => Now).Apply;

    [Theory]
    [InlineData("02-11-2025 09:07:00", "02-11-2025 09:07:00")]
    [InlineData("02-11-2025 09:07", "02-11-2025 09:07:00")]
    [InlineData("02-11-2025", "02-11-2025 00:00:00")]
    [InlineData("2-11-2025 9:07", "02-11-2025 09:07:00")]
    [InlineData("06-12-2025", "06-12-2025 00:00:00")]
    [InlineData("2025-11-02", "02-11-2025 00:00:00")]
    [InlineData("2025-11-02 09:07:00", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02T09:07:00", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02T09:07", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02T09:07:00.999", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02T03:37:00Z", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02T03:37:00.123456Z", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02T09:07:00+05:30", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02 09:07:00 +0530", "02-11-2025 09:07:00")]
    [InlineData("2025-11-02 03:37:00 UTC", "02-11-2025 09:07:00")]
    [InlineData("2025-11-01T20:37:00-07", "02-11-2025 09:07:00")]
    [InlineData("2025-11-01T22:37:00-05:00", "02-11-2025 09:07:00")]
    [InlineData("2025-12-31T23:00:00Z", "01-01-2026 04:30:00")]
    [InlineData("2025/11/02 09:07", "02-11-2025 09:07:00")]
    [InlineData("25/12/2025", "25-12-2025 00:00:00")]
    [InlineData("25/12/2025 14:05", "25-12-2025 14:05:00")]
    [InlineData("12/25/2025", "25-12-2025 00:00:00")]
    [InlineData("12/25/2025 2:05 PM", "25-12-2025 14:05:00")]
    [InlineData("12/25/2025 12:05 am", "25-12-2025 00:05:00")]
    [InlineData("25.12.2025", "25-12-2025 00:00:00")]
    [InlineData("05/05/2025", "05-05-2025 00:00:00")]
    [InlineData("2 Nov 2025 09:07", "02-11-2025 09:07:00")]
    [InlineData("02-Nov-2025", "02-11-2025 00:00:00")]
    [InlineData("NOVEMBER 2, 2025", "02-11-2025 00:00:00")]
    [InlineData("Sun, 02 Nov 2025 03:37:00 GMT", "02-11-2025 09:07:00")]
    [InlineData("29-02-2024", "29-02-2024 00:00:00")]
    [InlineData("45963", "02-11-2025 00:00:00")]
    [InlineData("45963.5", "02-11-2025 12:00:00")]
    [InlineData("45963.3798611111", "02-11-2025 09:07:00")]
    [InlineData("45963.37986111111", "02-11-2025 09:07:00")]
    [InlineData("1762054620", "02-11-2025 09:07:00")]
    [InlineData("1762054620000", "02-11-2025 09:07:00")]
    [InlineData("1762054620999", "02-11-2025 09:07:00")]
    [InlineData("'2025-11-02", "02-11-2025 00:00:00")]
    [InlineData("२०२५-११-०२", "02-11-2025 00:00:00")]
    public void What_can_be_one_moment_only_is_read(string text, string expected) => RuleTable.Takes(Rule(), text, expected);

    [Theory]
    [InlineData("06/12/2025", "two dates")]
    [InlineData("06.12.2025", "two dates")]
    [InlineData("6/12/2025 10:00", "two dates")]
    [InlineData("31-02-2025", "no calendar")]
    [InlineData("29-02-2025 10:00:00", "no calendar")]
    [InlineData("2025-02-30", "no calendar")]
    [InlineData("2025-13-01", "no calendar")]
    [InlineData("12-25-2025", "no calendar")]
    [InlineData("31/31/2025", "no calendar")]
    [InlineData("00-00-0000 00:00:00", "no calendar")]
    [InlineData("0000-00-00 00:00:00", "no calendar")]
    [InlineData("02-11-25", "no year of four digits")]
    [InlineData("02/11/25", "no year of four digits")]
    [InlineData("2025-11-02 25:00:00", "no clock")]
    [InlineData("2025-11-02 24:00:00", "no clock")]
    [InlineData("2025-11-02 09:60", "no clock")]
    [InlineData("2025-11-02 13:00 PM", "no clock")]
    [InlineData("2025-11-02 09:07 +25:00", "no clock")]
    [InlineData("0001-01-01T00:00:00", "placeholder")]
    [InlineData("9999-12-31T23:59:59", "placeholder")]
    [InlineData("4.5963E+04", "scientific")]
    [InlineData("yesterday", "not a date")]
    [InlineData("2 Foo 2025", "not a date")]
    [InlineData("2025-11", "not a date")]
    [InlineData("09:07", "not a date")]
    [InlineData("20251102", "not a date")]
    [InlineData("1,762,054,620", "not a date")]
    [InlineData("2025-11-02 09:07:00 and then some more text that makes it longer than any date is", "not a date")]
    public void What_is_in_doubt_is_refused(string text, string words) => RuleTable.Refuses(Rule(), text, words);

    [Theory]
    [InlineData("1999-12-31", "31-12-1999 00:00:00")]
    [InlineData("2027-01-01", "01-01-2027 00:00:00")]
    [InlineData("10000", "18-05-1927 00:00:00")]
    public void A_far_off_date_is_noted(string text, string expected) => RuleTable.Notes(Rule(), text, expected, "far off");

    [Theory]
    [InlineData("dd/MM/yyyy", "06/12/2025", "06-12-2025 00:00:00")]
    [InlineData("MM/dd/yyyy", "06/12/2025", "12-06-2025 00:00:00")]
    [InlineData("dd/MM/yyyy HH:mm", "06/12/2025 14:05", "06-12-2025 14:05:00")]
    [InlineData("d MMM yy", "6 Dec 25", "06-12-2025 00:00:00")]
    [InlineData("yyyy-dd-MM", "2025-06-12", "06-12-2025 00:00:00")]
    [InlineData("dd/MM/yyyy HH:mm zzz", "06/12/2025 03:37 +00:00", "06-12-2025 09:07:00")]
    [InlineData("dd/MM/yyyy", "2025-12-06T14:05:00", "06-12-2025 14:05:00")]
    [InlineData("dd/MM/yyyy", "2025-12-06 14:05:00 +0530", "06-12-2025 14:05:00")]
    [InlineData("dd/MM/yyyy", "45963.5", "02-11-2025 12:00:00")]
    [InlineData("yyyy-dd-MM", "2025-12-06T14:05:00", "06-12-2025 14:05:00")]
    public void A_format_says_which(string format, string text, string expected) => RuleTable.Takes(Rule(format), text, expected);

    [Theory]
    [InlineData("MM/dd/yyyy", "25/12/2025")]
    [InlineData("MM-dd-yyyy", "25-12-2025 10:00:00")]
    [InlineData("dd/MM/yyyy", "06-12-2025")]
    [InlineData("yyyy-dd-MM", "2025-06-25")]
    public void What_a_format_forbids_is_not_read_another_way(string format, string text) => RuleTable.Refuses(Rule(format), text, "-DateFormat");

    [Theory]
    [InlineData("HH:mm")]
    [InlineData("dd/MM")]
    [InlineData("dddd")]
    [InlineData("q")]
    [InlineData("%")]
    public void A_format_that_does_not_tell_days_apart_is_an_error(string format)
    {
        var error = Assert.Throws<ServiceConfigurationException>(() => new OrderRules(new OrderRuleOptions { DateFormat = format }));
        Assert.Contains(format, error.Message);
    }

    [Theory]
    [InlineData("2025-01-15 12:00:00", "15-01-2025 22:30:00")]
    [InlineData("2025-07-15 12:00:00", "15-07-2025 21:30:00")]
    [InlineData("2025-07-15 12:00:00+00:00", "15-07-2025 17:30:00")]
    // Clocks went from 02:00 to 03:00, so this wall time never was.
    [InlineData("2025-03-09 02:30:00", "09-03-2025 13:00:00")]
    // Clocks went from 02:00 back to 01:00, so this one was twice.
    [InlineData("2025-11-02 01:30:00", "02-11-2025 12:00:00")]
    public void A_time_without_zone_is_taken_in_the_zone_that_was_named(string text, string expected) =>
        RuleTable.Takes(Rule(zone: EasternLike()), text, expected);

    /// <summary>UTC-5 with an hour of summer time from the second Sunday of March to the first of November, on every system the same.</summary>
    private static TimeZoneInfo EasternLike()
    {
        var at2 = new DateTime(1, 1, 1, 2, 0, 0);
        TimeZoneInfo.AdjustmentRule summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2007, 1, 1), DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(at2, 3, 2, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(at2, 11, 1, DayOfWeek.Sunday));
        return TimeZoneInfo.CreateCustomTimeZone("Test/East", TimeSpan.FromHours(-5), "East", "East", "East, summer", new[] { summer });
    }
}
