using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>
/// Moves stored postings into the pipeline, on the pipeline's thread, until it is told to end. A posting counts as
/// delivered when the next command has returned from it.
/// </summary>
internal sealed class DeliveryLoop : IDisposable
{
    // What was taken and not yet emitted counts one attempt more if the process is killed, so a slow command gets few: no
    // more than it takes within the time below.
    private const int MostAtOnce = 1024;
    private const int MarkAfter = 64;
    private static readonly TimeSpan MarkWithin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private readonly IUndelivered _source;
    private readonly DeliveryOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<long> _taken = new();
    private int _atOnce = 1;
    private Task? _waiting;
    private Task? _marking;
    private long[] _marked = [];
    private DateTimeOffset _firstBegun;
    private DateTimeOffset _idleSince;

    public DeliveryLoop(IUndelivered source, DeliveryOptions options)
    {
        _source = source;
        _options = options;
    }

    /// <summary>Postings that were emitted.</summary>
    public long Emitted { get; private set; }

    /// <summary>Ends the loop, from any thread.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Emits until the end.</summary>
    /// <param name="emit">Gives a posting to the next command, and returns when that has taken it.</param>
    /// <param name="wasTaken">Whether what <paramref name="emit"/> threw means that the posting was taken nevertheless.</param>
    /// <param name="stopListening">Ends the arrival of postings; what arrived until then is emitted.</param>
    /// <param name="tick">Called on this thread now and then.</param>
    public void Run(Action<object> emit, Func<Exception, bool> wasTaken, Action stopListening, Action tick)
    {
        bool lastRound = _options.Drain;
        _idleSince = Now;
        while (!_stop.IsCancellationRequested && Left > 0)
        {
            tick();
            if (!lastRound && Now >= _options.Until)
            {
                stopListening();
                lastRound = true;
            }

            if (!TryTake(lastRound, out IReadOnlyList<UndeliveredPosting> postings))
            {
                _stop.Token.WaitHandle.WaitOne(AgainAfter);
            }
            else if (postings.Count > 0)
            {
                Emit(postings, emit, wasTaken);
                _idleSince = Now;
            }
            else if (lastRound)
            {
                return;
            }
            else if (Now - _idleSince >= _options.IdleTimeout)
            {
                stopListening();
                lastRound = true;
            }
            else
            {
                Wait();
            }
        }
    }

    /// <summary>Settles what was taken.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        TryMark();
        TrySettle();
    }

    private DateTimeOffset Now => _options.Time.GetUtcNow();

    private long Left => (_options.Count ?? long.MaxValue) - Emitted;

    // The receiver goes on answering, with 503, while the disk is full: so this has to wait, too.
    private bool TryTake(bool lastRound, out IReadOnlyList<UndeliveredPosting> postings)
    {
        try
        {
            Mark();
            postings = _source.Take((int)Math.Min(_atOnce, Left));
            return true;
        }
        catch (Exception failure) when (!lastRound && _source.IsPassing(failure))
        {
            postings = [];
            return false;
        }
    }

    private void Emit(IReadOnlyList<UndeliveredPosting> postings, Action<object> emit, Func<Exception, bool> wasTaken)
    {
        DateTimeOffset start = Now;
        int next = 0;
        try
        {
            while (next < postings.Count && !_stop.IsCancellationRequested)
            {
                Emit(postings[next++], emit, wasTaken);
            }
        }
        finally
        {
            if (next < postings.Count)
            {
                PutBack(postings.Skip(next).Select(static posting => posting.Id).ToArray());
            }
        }

        TryMark();
        _atOnce = AtOnce(postings.Count, Now - start);
    }

    private int AtOnce(int count, TimeSpan took)
    {
        int most = Math.Min(_atOnce * 2, MostAtOnce);
        return took.Ticks * most <= MarkWithin.Ticks * count ? most : (int)Math.Max(1, MarkWithin.Ticks * count / took.Ticks);
    }

    private void Emit(UndeliveredPosting posting, Action<object> emit, Func<Exception, bool> wasTaken)
    {
        DateTimeOffset begun = Now;
        try
        {
            emit(posting.Posting);
        }
        catch (Exception failure) when (wasTaken(failure))
        {
            Taken(posting.Id, begun);
            throw;
        }

        Taken(posting.Id, begun);
        if ((_taken.Count >= MarkAfter && _marking is not { IsCompleted: false }) || _taken.Count >= MostAtOnce || (_taken.Count > 0 && Now - _firstBegun >= MarkWithin))
        {
            TryMark();
        }
    }

    private void PutBack(IReadOnlyList<long> ids)
    {
        try
        {
            _source.PutBack(ids);
        }
        catch (Exception failure) when (_source.IsPassing(failure))
        {
            // They are emitted at the next start, and count one attempt more.
        }
    }

    private void TryMark()
    {
        try
        {
            Mark();
        }
        catch (Exception failure) when (_source.IsPassing(failure))
        {
            // They stay on the list until the next time.
        }
    }

    private void Taken(long id, DateTimeOffset begun)
    {
        Emitted++;
        if (_options.ManualAck)
        {
            return;
        }

        if (_taken.Count == 0)
        {
            _firstBegun = begun;
        }

        _taken.Add(id);
    }

    private void TrySettle()
    {
        try
        {
            Settle();
        }
        catch (Exception failure) when (_source.IsPassing(failure))
        {
            // They are emitted at the next start.
        }
    }

    private void Mark()
    {
        Settle();
        if (_taken.Count > 0)
        {
            _marked = _taken.ToArray();
            _marking = _source.MarkDeliveredAsync(_marked);
            _taken.Clear();
        }
    }

    /// <summary>Waits for the former marks; what could not be marked is to be marked again.</summary>
    private void Settle()
    {
        try
        {
            _marking?.GetAwaiter().GetResult();
        }
        catch
        {
            _taken.InsertRange(0, _marked);
            throw;
        }
        finally
        {
            _marking = null;
        }
    }

    private void Wait()
    {
        _waiting ??= _source.WaitAsync(_stop.Token);
        try
        {
            if (_waiting.Wait((int)Tick.TotalMilliseconds, _stop.Token))
            {
                _waiting = null;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (AggregateException) when (_stop.IsCancellationRequested)
        {
        }
    }
}
