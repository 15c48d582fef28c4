using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Batching;

/// <summary>
/// Gathers items into batches, keeps a few batches in flight, and gives the results back in the order of the input.
/// Items that need no request (they are settled already) keep their place among those that do. At most
/// <c>ThrottleLimit</c> batches are in flight and as many wait to be read, so memory is bounded by batch × throttle.
/// Add, TryTake and Complete belong to one thread (the pipeline's); sending happens on others.
/// </summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
/// <typeparam name="TResult">What became of it.</typeparam>
internal sealed class OrderedBatcher<TWork, TResult> : IDisposable
{
    // A run of settled items between two that are sent must not grow without bound while a slow source keeps a batch open.
    private const int SettledPerBatch = 4;

    private readonly object _gate = new();
    private readonly BatchOptions _options;
    private readonly Func<Batch<TWork>, Task<IReadOnlyList<TResult>>> _send;
    private readonly Func<Batch<TWork>, Task>? _settle;
    private readonly Queue<Group> _groups = new();
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _progress = new(0);
    private Group? _open;
    private int _inFlight;
    private int _batches;
    private bool _stopped;

    /// <summary>Makes one.</summary>
    /// <param name="options">Sizes and times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="send">Sends a batch and gives one result an item, in order.</param>
    /// <param name="settle">What is left to do with a batch that came back before its results come out; the next one is sent meanwhile.</param>
    public OrderedBatcher(BatchOptions options, TimeProvider time, Func<Batch<TWork>, Task<IReadOnlyList<TResult>>> send, Func<Batch<TWork>, Task>? settle = null)
    {
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
                return _stopped || _open is not null || _groups.Count < 2 * _options.ThrottleLimit;
            }
        }
    }

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
            Group group = OpenGroup();
            group.Places.Add(default);
            group.WorkPlaces.Add(group.Places.Count - 1);
            group.Work.Add(work);
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
            Group group = OpenGroup();
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
            if (_groups.Count > 0 && _groups.Peek().Done)
            {
                Group group = _groups.Dequeue();
                group.Fault?.Throw();
                results = group.Places!;
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

    private Group OpenGroup()
    {
        if (_open is null)
        {
            _open = new Group();
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

    private void Close(Group group)
    {
        _open = null;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (group.Work.Count == 0)
        {
            group.Done = true;
            Signal();
            return;
        }

        group.Number = ++_batches;
        StartWaiting();
    }

    private void StartWaiting()
    {
        lock (_gate)
        {
            foreach (Group group in _groups)
            {
                if (_inFlight >= _options.ThrottleLimit && !_stopped)
                {
                    return;
                }

                if (group.Number > 0 && !group.Started)
                {
                    group.Started = true;
                    _inFlight++;
                    Batch<TWork> batch = new(group.Number, group.Work);
                    _ = Task.Run(() => SendAsync(group, batch));
                }
            }
        }
    }

    private async Task SendAsync(Group group, Batch<TWork> batch)
    {
        IReadOnlyList<TResult> results = Array.Empty<TResult>();
        try
        {
            results = await _send(batch).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the thread that takes the results.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            group.Fault = ExceptionDispatchInfo.Capture(fault);
        }

        lock (_gate)
        {
            _inFlight--;
            StartWaiting();
        }

        if (_settle is not null && group.Fault is null)
        {
            await SettleAsync(group, batch).ConfigureAwait(false);
        }

        lock (_gate)
        {
            for (int i = 0; i < results.Count; i++)
            {
                group.Places[group.WorkPlaces[i]] = results[i];
            }

            group.Done = true;
            Signal();
        }
    }

    private async Task SettleAsync(Group group, Batch<TWork> batch)
    {
        try
        {
            await _settle!(batch).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the thread that takes the results.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            group.Fault = ExceptionDispatchInfo.Capture(fault);
        }
    }

    private void Signal()
    {
        if (_progress.CurrentCount == 0)
        {
            _progress.Release();
        }
    }

    private sealed class Group
    {
        public List<TResult?> Places { get; } = new();

        public List<int> WorkPlaces { get; } = new();

        public List<TWork> Work { get; } = new();

        public int Number { get; set; }

        public bool Started { get; set; }

        public bool Done { get; set; }

        public ExceptionDispatchInfo? Fault { get; set; }
    }
}
