using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Batching;

/// <summary>
/// Gathers items into batches, keeps a few batches in flight, and gives the results back in the order of the input.
/// Items that need no request (they are settled already) keep their place among those that do. At most
/// <c>ThrottleLimit</c> batches are in flight and as many wait to be read (with claims, up to five times as many wait for
/// theirs or to be read), so memory is bounded by batch × throttle.
/// Add, TryTake and Complete belong to one thread (the pipeline's); sending happens on others.
/// </summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
/// <typeparam name="TResult">What became of it.</typeparam>
internal sealed class OrderedBatcher<TWork, TResult> : IDisposable
{
    // A run of settled items between two that are sent must not grow without bound while a slow source keeps a batch open.
    private const int SettledPerBatch = 4;

    // A claim ahead of its turn saves its time on the disk, which counts beside a service that answers at once only. And what
    // was claimed ahead is Unknown if the process is killed, without ever having been sent: at most twice ThrottleLimit batches.
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);

    private readonly object _gate = new();
    private readonly BatchOptions _options;
    private readonly Func<Batch<TWork>, Task<IReadOnlyList<TResult>>> _send;
    private readonly Func<Batch<TWork>, Task>? _claim;
    private readonly Func<Batch<TWork>, Task>? _settle;
    private readonly TimeProvider _time;
    private readonly Queue<BatchGroup<TWork, TResult>> _groups = new();
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _progress = new(0);
    private BatchGroup<TWork, TResult>? _open;
    private int _claimed;
    private int _inFlight;
    private int _ahead;
    private int _batches;
    private bool _stopped;

    /// <summary>Makes one.</summary>
    /// <param name="options">Sizes and times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="send">Sends a batch and gives one result an item, in order.</param>
    /// <param name="claim">What is to be done with a batch before it is sent, if anything.</param>
    /// <param name="settle">What is left to do with a batch that came back before its results come out, if anything; others are sent meanwhile.</param>
    public OrderedBatcher(
        BatchOptions options,
        TimeProvider time,
        Func<Batch<TWork>, Task<IReadOnlyList<TResult>>> send,
        Func<Batch<TWork>, Task>? claim = null,
        Func<Batch<TWork>, Task>? settle = null)
    {
        _time = time;
        _claim = claim;
        _settle = settle;
        _options = options;
        _send = send;
        _timer = time.CreateTimer(static state => ((OrderedBatcher<TWork, TResult>)state!).CloseOpenGroup(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether another item can be added now without holding more than the bound.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _stopped || _open is not null || _groups.Count < Room * _options.ThrottleLimit;
            }
        }
    }

    // How many batches are held for each that may be in flight.
    private int Room => _claim is null ? 2 : _ahead == 0 ? 4 : 6;

    /// <summary>Whether everything that was added has been taken.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _groups.Count == 0;
            }
        }
    }

    /// <summary>Adds an item to be sent.</summary>
    /// <param name="work">The item.</param>
    public void Add(TWork work)
    {
        lock (_gate)
        {
            BatchGroup<TWork, TResult> group = OpenGroup();
            group.Add(work);
            if (group.Work.Count == 1)
            {
                _timer.Change(_options.BatchWait, Timeout.InfiniteTimeSpan);
            }

            if (group.Work.Count >= _options.BatchSize)
            {
                Close(group);
            }
        }
    }

    /// <summary>Adds an item that needs no request, to come out at its place.</summary>
    /// <param name="result">What became of it.</param>
    public void AddSettled(TResult result)
    {
        lock (_gate)
        {
            BatchGroup<TWork, TResult> group = OpenGroup();
            group.Places.Add(result);
            if (group.Places.Count == 1)
            {
                _timer.Change(_options.BatchWait, Timeout.InfiniteTimeSpan);
            }

            if (group.Places.Count - group.Work.Count >= SettledPerBatch * _options.BatchSize)
            {
                Close(group);
            }
        }
    }

    /// <summary>Takes the results that are next in order, a whole batch at a time.</summary>
    /// <param name="results">The results of one batch and of what was settled among it.</param>
    /// <returns>Whether there were any.</returns>
    public bool TryTake(out IReadOnlyList<TResult> results)
    {
        lock (_gate)
        {
            if (_groups.Count > 0 && _groups.Peek().Step == BatchStep.Done)
            {
                results = _groups.Dequeue().Take();
                return true;
            }
        }

        results = Array.Empty<TResult>();
        return false;
    }

    /// <summary>Waits until something changed since the last wait: a batch came back, or the run was stopped.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A task that ends then.</returns>
    public Task WaitForProgressAsync(CancellationToken cancellation) => _progress.WaitAsync(cancellation);

    /// <summary>Sends what has been gathered; nothing is added after it.</summary>
    public void Complete() => CloseOpenGroup();

    /// <summary>
    /// Sends nothing more: what waits for its turn is handed to the sender all the same, which knows that it is stopped
    /// and settles it without a request.
    /// </summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
        }

        CloseOpenGroup();
        StartWaiting();
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private BatchGroup<TWork, TResult> OpenGroup()
    {
        if (_open is null)
        {
            _open = new BatchGroup<TWork, TResult>();
            _groups.Enqueue(_open);
        }

        return _open;
    }

    private void CloseOpenGroup()
    {
        lock (_gate)
        {
            if (_open is { } group)
            {
                Close(group);
            }
        }
    }

    private void Close(BatchGroup<TWork, TResult> group)
    {
        _open = null;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (group.Work.Count == 0)
        {
            group.Step = BatchStep.Done;
            Signal();
            return;
        }

        group.Close(++_batches, needsClaim: _claim is not null);
        StartWaiting();
    }

    private void StartWaiting()
    {
        lock (_gate)
        {
            // A claim that is written before an earlier one overtakes it, but no batch leaves before an earlier one has.
            bool isInTurn = true;
            int unclaimed = 0;
            foreach (BatchGroup<TWork, TResult> group in _groups)
            {
                unclaimed += group.Step == BatchStep.ToClaim ? 1 : 0;
                if (group.Step == BatchStep.ToSend && (_stopped || (isInTurn && _inFlight < _options.ThrottleLimit)))
                {
                    group.Step = BatchStep.UnderWay;
                    _claimed -= _claim is null ? 0 : 1;
                    _inFlight++;
                    _ = Task.Run(() => SendAsync(group));
                }

                isInTurn &= group.Step is BatchStep.UnderWay or BatchStep.Done;
            }

            StartClaims(_stopped ? unclaimed : Math.Min(unclaimed, _options.ThrottleLimit + _ahead - _claimed - _inFlight));
        }
    }

    private void StartClaims(int count)
    {
        // Ahead of their turn they begin by the handful, to share a commit: as long as there is one to send next, that costs nothing.
        bool isAhead = _claimed > 0 && _claimed + _inFlight >= _options.ThrottleLimit;
        if (count < 1 || (isAhead && count < _options.ThrottleLimit && !_stopped))
        {
            return;
        }

        ClaimHandful handful = new(count);
        foreach (BatchGroup<TWork, TResult> group in _groups.Where(static group => group.Step == BatchStep.ToClaim).Take(count))
        {
            group.BeginClaim(handful);
            _claimed++;
            _ = Task.Run(() => ClaimAsync(group));
        }
    }

    private async Task ClaimAsync(BatchGroup<TWork, TResult> group)
    {
        await group.TryAsync(_claim!).ConfigureAwait(false);
        lock (_gate)
        {
            group.Step = BatchStep.ToSend;
            StartWaiting();
        }
    }

    private async Task SendAsync(BatchGroup<TWork, TResult> group)
    {
        long start = _time.GetTimestamp();
        await group.TryAsync(async batch => group.Put(await _send(batch).ConfigureAwait(false))).ConfigureAwait(false);
        lock (_gate)
        {
            _inFlight--;
            _ahead = _time.GetElapsedTime(start) < Quick ? 2 * _options.ThrottleLimit : 0;
            StartWaiting();
            group.Follow(_groups.Any(static other => other.Step == BatchStep.Claiming));
        }

        if (_settle is not null)
        {
            await group.TryAsync(_settle).ConfigureAwait(false);
        }

        lock (_gate)
        {
            group.Step = BatchStep.Done;
            Signal();
        }
    }

    private void Signal()
    {
        if (_progress.CurrentCount == 0)
        {
            _progress.Release();
        }
    }
}
