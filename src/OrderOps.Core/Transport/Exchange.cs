using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Transport;

/// <summary>One request from its first attempt to the end.</summary>
internal sealed class Exchange
{
    private readonly ServiceTransport _transport;
    private readonly ServiceRequest _request;
    private readonly Uri _address;
    private readonly CancellationToken _stop;
    private readonly CancellationToken _abort;
    private readonly long _start;
    private readonly List<AttemptRecord> _history = new(1);
    private AttemptResult? _last;
    private bool _earlierMayHaveArrived;
    private string? _withheldBecause;

    public Exchange(ServiceTransport transport, ServiceRequest request, Uri address, CancellationToken stop, CancellationToken abort)
    {
        _transport = transport;
        _request = request;
        _address = address;
        _stop = stop;
        _abort = abort;
        _start = transport.Time.GetTimestamp();
    }

    private bool IsStopped => _stop.IsCancellationRequested || _abort.IsCancellationRequested;

    public async Task<ServiceReply> RunAsync()
    {
        while (true)
        {
            // Somebody else was asked to pause: this request would only be told the same.
            if (!IsStopped && _transport.PauseLeft() is { Ticks: > 0 } pause)
            {
                if (pause >= TimeLeft())
                    return End(ExchangeEnd.Throttled);
                await WaitAsync(pause).ConfigureAwait(false);
            }

            if (IsStopped)
                return End(ExchangeEnd.Stopped);

            if (_request.Gate is { } gate && await gate.WhyShutAsync().ConfigureAwait(false) is { } reason)
            {
                _withheldBecause = reason;
                return End(ExchangeEnd.Withheld);
            }

            var result = await _transport.Breaker.RunAsync(AttemptAsync).ConfigureAwait(false);
            if (result is null)
                return End(_last is null ? ExchangeEnd.BreakerOpen : EndOf(RetryTable.GivingUp(_last.Failure)));

            Note(result);
            if (result.Cut)
                return End(result.Sent && _request.Repeat != RepeatPolicy.Read ? ExchangeEnd.MayHaveArrived : ExchangeEnd.Stopped);

            var timeLeft = TimeLeft();
            var verdict = RetryTable.Decide(
                result.Failure,
                _request.Repeat,
                _history.Count,
                _transport.Options.MaximumRetryCount,
                result.RetryAfter,
                _transport.Options.RetryAfterCap,
                timeLeft);
            if (verdict != RetryVerdict.Retry || _transport.Breaker.IsOpen)
                return End(EndOf(verdict == RetryVerdict.Retry ? RetryTable.GivingUp(result.Failure) : verdict));

            _earlierMayHaveArrived |= RetryTable.GivingUp(result.Failure) is RetryVerdict.MayHaveArrived or RetryVerdict.Final;
            var delay = DelayAfter(result, timeLeft);
            _history[_history.Count - 1].Delay = delay;
            await WaitAsync(delay).ConfigureAwait(false);
        }
    }

    private async Task<AttemptResult> AttemptAsync()
    {
        var result = await new Attempt(_transport, _request, _address).RunAsync(_stop, _abort).ConfigureAwait(false);
        _transport.Count(result);
        return result;
    }

    private void Note(AttemptResult result)
    {
        _last = result;
        if (result.Failure == AttemptFailure.None && result.IsSuccessStatus && _request.Judge?.Invoke(Reply(ExchangeEnd.Replied)) == ReplyVerdict.Unreadable)
        {
            result.Failure = AttemptFailure.Unreadable;
            result.Words += " with something that can't be read";
        }

        _history.Add(new AttemptRecord(_history.Count + 1, result.StartedAt, result.Elapsed, result.StatusCode, result.Failure, result.Words));
        _transport.Trace.Add(_request, _address, result, _history.Count, _transport.Secrets, _transport.Options.UserAgent);
    }

    private TimeSpan? TimeLeft() => _transport.Options.RetryBudget is { } budget ? budget - _transport.Time.GetElapsedTime(_start) : null;

    private TimeSpan DelayAfter(AttemptResult result, TimeSpan? timeLeft)
    {
        if (result.RetryAfter is { Ticks: > 0 } asked)
        {
            if (result.Failure == AttemptFailure.Throttled)
                _transport.Pause(asked);
            return asked;
        }

        var options = _transport.Options;
        var cap = timeLeft < options.RetryDelayCap ? timeLeft.Value : options.RetryDelayCap;
        return Backoff.Delay(_history.Count, options.RetryInterval, cap, _transport.Jitter());
    }

    /// <summary>Waits until the time is over, the run is stopped or the breaker opens; who called looks which.</summary>
    private async Task WaitAsync(TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero)
            return;

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop, _abort, _transport.Breaker.WhenOpened);
        try
        {
            await _transport.Time.Delay(delay, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static ExchangeEnd EndOf(RetryVerdict verdict) => verdict switch
    {
        RetryVerdict.NotSent => ExchangeEnd.NotSent,
        RetryVerdict.Throttled => ExchangeEnd.Throttled,
        RetryVerdict.MayHaveArrived => ExchangeEnd.MayHaveArrived,
        _ => ExchangeEnd.Replied,
    };

    private ServiceReply End(ExchangeEnd end)
    {
        // That the last attempt surely did not arrive says nothing of the ones before it.
        var uncertain = _earlierMayHaveArrived && end is not (ExchangeEnd.Replied or ExchangeEnd.MayHaveArrived);
        if (uncertain && !(end == ExchangeEnd.Stopped && _request.Repeat == RepeatPolicy.Read))
            end = ExchangeEnd.MayHaveArrived;

        var reply = Reply(end);
        reply.Message = _transport.Redact(ExchangeWords.Of(reply, _transport, _withheldBecause ?? _last?.Words));
        reply.Failure = _last?.Exception is { } failure ? _transport.Secrets.Hide(failure) : null;
        return reply;
    }

    private ServiceReply Reply(ExchangeEnd end) => new()
    {
        End = end,
        StatusCode = _last?.StatusCode,
        Body = _last?.Body ?? string.Empty,
        ContentType = _last?.ContentType,
        Headers = _last?.Headers ?? ServiceReply.NoHeaders,
        RetryAfter = _last?.RetryAfter,
        Attempts = _history.Count,
        Elapsed = _transport.Time.GetElapsedTime(_start),
        EarlierAttemptMayHaveArrived = _earlierMayHaveArrived,
        History = _history,
    };
}
