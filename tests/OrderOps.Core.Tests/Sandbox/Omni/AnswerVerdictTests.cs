using System;
using System.Text;
using OrderOps.Sandbox.Omni;
using Xunit;

namespace OrderOps.Tests.Sandbox.Omni;

/// <summary>What Omni takes an answer for, when it sends again, and how the ledger counts time.</summary>
public sealed class AnswerVerdictTests
{
    [Theory]
    [InlineData(200, """{"hasError":false,"errorMessage":""}""", "Acknowledged", "")]
    [InlineData(200, """{"HasError":"false"}""", "Acknowledged", "")]
    [InlineData(200, """{"hasError":true,"errorMessage":"no messageId"}""", "Refused", "hasError: no messageId")]
    [InlineData(200, """{"hasError":null}""", "Refused", "HTTP 200 without hasError")]
    [InlineData(200, "OK", "Refused", "HTTP 200 without hasError")]
    [InlineData(200, "", "Refused", "HTTP 200 without hasError")]
    [InlineData(401, "", "Unauthorised", "HTTP 401")]
    [InlineData(404, "", "Refused", "HTTP 404")]
    [InlineData(413, "", "Refused", "HTTP 413")]
    [InlineData(204, "", "Refused", "HTTP 204")]
    [InlineData(408, "", "Again", "HTTP 408")]
    [InlineData(429, "", "Again", "HTTP 429")]
    [InlineData(500, """{"hasError":false}""", "Again", "HTTP 500")]
    [InlineData(503, "", "Again", "HTTP 503")]
    public void An_answer_means(int status, string body, string meaning, string reason)
    {
        AnswerVerdict verdict = AnswerVerdict.Of(status, Encoding.UTF8.GetBytes(body));

        Assert.Equal(meaning, verdict.Meaning.ToString());
        Assert.Equal(reason, verdict.Reason);
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(2, null, 2)]
    [InlineData(4, null, 8)]
    [InlineData(9, null, 30)]
    [InlineData(1000, null, 30)]
    [InlineData(1, 5, 5)]
    [InlineData(4, 5, 8)]
    [InlineData(1, 600, 30)]
    public void A_retry_waits(int attempts, int? asked, int seconds)
    {
        TimeSpan wait = RetryWait.Before(attempts, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), asked is null ? null : TimeSpan.FromSeconds(asked.Value));

        Assert.Equal(seconds, wait.TotalSeconds);
    }

    [Theory]
    [InlineData(0, 1000, 0, 0)]
    [InlineData(10, 0, 0, 0)]
    [InlineData(10, 5, 0, 500)]
    [InlineData(10, 5, 400, 100)]
    [InlineData(10, 5, 900, 0)]
    [InlineData(0.5, 1, 0, 2000)]
    public void Postings_are_spread_by_their_rate(double rate, int index, int elapsedMs, int waitMs) =>
        Assert.Equal(waitMs, Pace.Before(rate, index, TimeSpan.FromMilliseconds(elapsedMs)).TotalMilliseconds);

    [Fact]
    public void Percentiles_are_within_3_percent()
    {
        LatencyHistogram latencies = new();
        for (int ms = 1; ms <= 1000; ms++)
        {
            latencies.Add(TimeSpan.FromMilliseconds(ms));
        }

        Assert.InRange(latencies.PercentileMs(0.5), 500, 515);
        Assert.InRange(latencies.PercentileMs(0.99), 990, 1000);
        Assert.Equal(1000, latencies.SlowestMs);
        Assert.Equal(0, new LatencyHistogram().PercentileMs(0.5));
    }
}
