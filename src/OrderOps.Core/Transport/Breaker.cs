using System;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.CircuitBreaker;

namespace OrderOps.Transport;

/// <summary>Opens after a number of failures in a row, lets one attempt through when its time is up, and closes if that one succeeds.</summary>
#pragma warning disable CA1001 // A token source without a timer holds nothing that needs disposing, and waits may still look at it.
internal sealed class Breaker
#pragma warning restore CA1001
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly TimeSpan _duration;
    private readonly CircuitBreakerManualControl _control = new();
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<AttemptResult> _pipeline;
    private CancellationTokenSource _opened = new();
    private long _openUntil;
    private int _forced;
    private int _lastSucceeded;
    private string? _reason;

    public Breaker(TransportOptions options, TimeProvider time)
    {
        _time = time;
        _duration = options.BreakerDuration < Shortest ? Shortest : options.BreakerDuration > Longest ? Longest : options.BreakerDuration;
        _pipeline = new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptResult>
            {
                FailureRatio = 1.0,
                MinimumThroughput = Math.Max(2, options.BreakerThreshold) * Math.Max(1, options.MaximumConnections),
                SamplingDuration = Longest,
                BreakDuration = _duration,
                ManualControl = _control,
                StateProvider = _state,
                ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result?.CountsForBreaker == true),
                OnOpened = arguments =>
                {
                    if (!arguments.IsManual)
                        MarkOpened();
                    return default;
                },
            })
            .Build();
    }

    public bool IsOpen => _time.GetUtcNow().UtcTicks < Volatile.Read(ref _openUntil);

    /// <summary>Why it was opened by hand, if it was.</summary>
    public string? Reason => _reason;

    /// <summary>Cancelled the moment it opens, so that nobody goes on waiting for a lock-out.</summary>
    public CancellationToken WhenOpened => Volatile.Read(ref _opened).Token;

    /// <summary>Runs an attempt; null if the breaker is open.</summary>
    public async Task<AttemptResult?> RunAsync(Func<Task<AttemptResult>> attempt)
    {
        if (IsOpen)
            return null;
        if (Interlocked.Exchange(ref _forced, 0) == 1)
            await _control.CloseAsync(CancellationToken.None).ConfigureAwait(false);

        // Outcomes instead of exceptions: with a few thousand orders behind an open breaker throwing is what costs.
        var context = ResilienceContextPool.Shared.Get(CancellationToken.None);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (_, state) => Outcome.FromResult(await state.breaker.CountAsync(state.attempt).ConfigureAwait(false)),
                context,
                (breaker: this, attempt)).ConfigureAwait(false);
            if (outcome.Exception is BrokenCircuitException)
                return null;

            outcome.ThrowIfException();
            return outcome.Result;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Opens it for its usual time.</summary>
    public void Open(string reason)
    {
        _reason = reason;
        MarkOpened();
        Volatile.Write(ref _forced, 1);
        _ = _control.IsolateAsync(CancellationToken.None);
    }

    /// <summary>The strategy counts a ratio over time; starting anew at the first failure after a success makes that "in a row".</summary>
    private async Task<AttemptResult> CountAsync(Func<Task<AttemptResult>> attempt)
    {
        var result = await attempt().ConfigureAwait(false);
        if (!result.CountsForBreaker)
        {
            if (result.Succeeded)
                Volatile.Write(ref _lastSucceeded, 1);
        }
        else if (Interlocked.Exchange(ref _lastSucceeded, 0) == 1 && _state.CircuitState == CircuitState.Closed)
        {
            await _control.CloseAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return result;
    }

    private void MarkOpened()
    {
        Volatile.Write(ref _openUntil, _time.GetUtcNow().UtcTicks + _duration.Ticks);
        Interlocked.Exchange(ref _opened, new CancellationTokenSource()).Cancel();
    }
}
