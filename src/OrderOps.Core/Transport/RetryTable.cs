using System;

namespace OrderOps.Transport;

/// <summary>Whether a failed attempt is followed by another.</summary>
public static class RetryTable
{
    /// <summary>Asks the questions in order.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="repeat">What a second sending would mean.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="maximumRetryCount">How many repeats are allowed.</param>
    /// <param name="retryAfter">The pause that the service asked for.</param>
    /// <param name="retryAfterCap">The longest pause that is granted.</param>
    /// <param name="timeLeft">What is left for the whole exchange; null for no limit.</param>
    public static RetryVerdict Decide(
        AttemptFailure failure,
        RepeatPolicy repeat,
        int attempt,
        int maximumRetryCount,
        TimeSpan? retryAfter,
        TimeSpan retryAfterCap,
        TimeSpan? timeLeft)
    {
        if (failure == AttemptFailure.None)
            return RetryVerdict.Final;

        // Only what surely did not arrive may be sent again by somebody who must not send twice.
        var surelyNotTaken = failure is AttemptFailure.BeforeSending or AttemptFailure.Throttled;
        if (repeat == RepeatPolicy.Once && !surelyNotTaken)
            return GivingUp(failure);

        if (attempt > maximumRetryCount || timeLeft <= TimeSpan.Zero)
            return GivingUp(failure);

        if (retryAfter > retryAfterCap || retryAfter >= timeLeft)
            return GivingUp(failure);

        return RetryVerdict.Retry;
    }

    /// <summary>What stands at the end when no further attempt is made.</summary>
    /// <param name="failure">What went wrong with the last attempt.</param>
    public static RetryVerdict GivingUp(AttemptFailure failure) => failure switch
    {
        AttemptFailure.None or AttemptFailure.Unreadable => RetryVerdict.Final,
        AttemptFailure.BeforeSending => RetryVerdict.NotSent,
        AttemptFailure.Throttled => RetryVerdict.Throttled,
        _ => RetryVerdict.MayHaveArrived,
    };

    /// <summary>What a status means for repeating; every status that is not named here is a reply that counts.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    public static AttemptFailure FailureOf(int statusCode) => statusCode switch
    {
        429 or 503 => AttemptFailure.Throttled,
        408 => AttemptFailure.TimedOut,
        425 or (>= 500 and <= 599) => AttemptFailure.ServerError,
        _ => AttemptFailure.None,
    };
}
