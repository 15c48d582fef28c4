using System;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Transport.AttemptFailure;
using static OrderOps.Transport.RepeatPolicy;

namespace OrderOps.Tests.Transport;

public sealed class RetryTableTests
{
    [Theory]
    [InlineData(None, Once, RetryVerdict.Final)]
    [InlineData(None, Idempotent, RetryVerdict.Final)]
    [InlineData(None, Read, RetryVerdict.Final)]
    [InlineData(BeforeSending, Once, RetryVerdict.Retry)]
    [InlineData(BeforeSending, Idempotent, RetryVerdict.Retry)]
    [InlineData(BeforeSending, Read, RetryVerdict.Retry)]
    [InlineData(Throttled, Once, RetryVerdict.Retry)]
    [InlineData(Throttled, Idempotent, RetryVerdict.Retry)]
    [InlineData(Throttled, Read, RetryVerdict.Retry)]
    [InlineData(TimedOut, Once, RetryVerdict.MayHaveArrived)]
    [InlineData(TimedOut, Idempotent, RetryVerdict.Retry)]
    [InlineData(TimedOut, Read, RetryVerdict.Retry)]
    [InlineData(ConnectionLost, Once, RetryVerdict.MayHaveArrived)]
    [InlineData(ConnectionLost, Idempotent, RetryVerdict.Retry)]
    [InlineData(ConnectionLost, Read, RetryVerdict.Retry)]
    [InlineData(ServerError, Once, RetryVerdict.MayHaveArrived)]
    [InlineData(ServerError, Idempotent, RetryVerdict.Retry)]
    [InlineData(ServerError, Read, RetryVerdict.Retry)]
    [InlineData(Unreadable, Once, RetryVerdict.Final)]
    [InlineData(Unreadable, Idempotent, RetryVerdict.Retry)]
    [InlineData(Unreadable, Read, RetryVerdict.Retry)]
    public void With_retries_left(AttemptFailure failure, RepeatPolicy repeat, RetryVerdict expected) =>
        Assert.Equal(expected, Decide(failure, repeat, attempt: 4));

    [Theory]
    [InlineData(BeforeSending, RetryVerdict.NotSent)]
    [InlineData(Throttled, RetryVerdict.Throttled)]
    [InlineData(TimedOut, RetryVerdict.MayHaveArrived)]
    [InlineData(ConnectionLost, RetryVerdict.MayHaveArrived)]
    [InlineData(ServerError, RetryVerdict.MayHaveArrived)]
    [InlineData(Unreadable, RetryVerdict.Final)]
    public void With_retries_used_up(AttemptFailure failure, RetryVerdict expected) =>
        Assert.Equal(expected, Decide(failure, Idempotent, attempt: 5));

    [Theory]
    [InlineData(120, null, RetryVerdict.Retry)]
    [InlineData(121, null, RetryVerdict.Throttled)]
    [InlineData(60, 61, RetryVerdict.Retry)]
    [InlineData(60, 60, RetryVerdict.Throttled)]
    [InlineData(null, 1, RetryVerdict.Retry)]
    [InlineData(null, 0, RetryVerdict.Throttled)]
    [InlineData(null, -1, RetryVerdict.Throttled)]
    public void A_pause_must_fit_into_the_cap_and_the_time_left(int? pause, int? timeLeft, RetryVerdict expected) =>
        Assert.Equal(expected, Decide(Throttled, Once, attempt: 1, Seconds(pause), Seconds(timeLeft)));

    [Theory]
    [InlineData(200, None)]
    [InlineData(302, None)]
    [InlineData(400, None)]
    [InlineData(401, None)]
    [InlineData(403, None)]
    [InlineData(404, None)]
    [InlineData(405, None)]
    [InlineData(408, TimedOut)]
    [InlineData(413, None)]
    [InlineData(422, None)]
    [InlineData(425, ServerError)]
    [InlineData(429, Throttled)]
    [InlineData(500, ServerError)]
    [InlineData(502, ServerError)]
    [InlineData(503, Throttled)]
    [InlineData(504, ServerError)]
    [InlineData(599, ServerError)]
    public void What_a_status_means(int status, AttemptFailure expected) =>
        Assert.Equal(expected, RetryTable.FailureOf(status));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private static RetryVerdict Decide(AttemptFailure failure, RepeatPolicy repeat, int attempt, TimeSpan? retryAfter = null, TimeSpan? timeLeft = null) =>
        RetryTable.Decide(failure, repeat, attempt, maximumRetryCount: 4, retryAfter, retryAfterCap: TimeSpan.FromSeconds(120), timeLeft);
}
