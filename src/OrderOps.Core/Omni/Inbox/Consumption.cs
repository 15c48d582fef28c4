using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>The way of stored postings to the one who consumes an inbox: taken, handed over, delivered, failed.</summary>
internal sealed class Consumption : IDisposable
{
    // What is read at once is taken in one transaction, and the senders wait for it.
    private const int MostRead = 512;

    // Another process can store, too; its news come with no signal.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly Func<GroupWriter> _writer;
    private readonly InboxReader _reader;
    private readonly HandOver _handOver;
    private readonly TimeProvider _time;
    private DeliveryMarks? _marks;
    private ConsumerLease? _lease;
    private Task _marking = Task.CompletedTask;
    private long _looked;
    private TaskCompletionSource<bool> _news = NewSignal();

    /// <summary>Makes one.</summary>
    /// <param name="path">The inbox's file.</param>
    /// <param name="writer">What writes into it; it throws where the inbox was opened for looking only.</param>
    /// <param name="reader">What looks into it.</param>
    /// <param name="handOver">What was stored as taken.</param>
    /// <param name="time">The clock.</param>
    public Consumption(string path, Func<GroupWriter> writer, InboxReader reader, HandOver handOver, TimeProvider time)
    {
        _path = path;
        _writer = writer;
        _reader = reader;
        _handOver = handOver;
        _time = time;
    }

    /// <summary>Takes the right to consume.</summary>
    /// <exception cref="ConsumerHeldException">Another consumer holds it.</exception>
    public ConsumerLease Acquire()
    {
        FileStream? held = ConsumerClaim.Lock(_path);
        try
        {
            if (held is null || _writer().Write(Claim) is not null)
            {
                throw new ConsumerHeldException(_path, _reader.Consumer());
            }

            FileStream file = held;
            held = null;
            return _lease = new ConsumerLease(ProcessIdentity.Current, () => Release(file));
        }
        finally
        {
            held?.Dispose();
        }
    }

    /// <summary>The oldest entries that nobody took, each one attempt further; only with the lease.</summary>
    /// <param name="max">How many at the most.</param>
    /// <param name="ahead">
    /// Whether what comes after the last of them may be stored as taken at once, <paramref name="max"/> at the most. It is
    /// given by the next calls, and put back when the lease ends.
    /// </param>
    public IReadOnlyList<InboxEntry> Take(int max, bool ahead = false)
    {
        if (_lease is null)
        {
            throw new InvalidOperationException("The inbox is taken from without the lease.");
        }

        if (_handOver.IsOpen && HasToLook())
        {
            _looked = _time.GetTimestamp();
            if (_reader.AnyWaiting())
            {
                _handOver.Shut();
            }
        }

        List<InboxEntry> entries = _handOver.Take(max);
        if (entries.Count > 0 || _handOver.IsOpen)
        {
            return entries;
        }

        WaitForMarks();
        _looked = _time.GetTimestamp();
        entries = _reader.Waiting(Math.Min(max, MostRead));
        if (entries.Count > 0)
        {
            return _writer().Write(connection => Take(connection, entries)) ? entries : _handOver.Take(max);
        }

        if (ahead)
        {
            _writer().Write(OpenHandOver);
        }

        return entries;
    }

    /// <summary>Waits until <see cref="Take(int, bool)"/> has something to give.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task news = Volatile.Read(ref _news).Task;
            if (_handOver.Any || ((!_handOver.IsOpen || HasToLook()) && _reader.AnyWaiting()))
            {
                return;
            }

            using CancellationTokenSource waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(news, _time.Delay(LookAgain, waiting.Token)).ConfigureAwait(false);
            waiting.Cancel();
        }
    }

    /// <summary>These were taken and never emitted.</summary>
    public void PutBack(IReadOnlyList<long> ids) => _writer().Write(connection => Marks(connection).PutBack(ids));

    /// <summary>These were delivered.</summary>
    /// <returns>How many of them the inbox has; quarantined ones are not delivered.</returns>
    public int MarkDelivered(IReadOnlyList<long> ids) => _writer().Write(connection => Deliver(connection, ids));

    /// <summary>As <see cref="MarkDelivered"/>, but together with whatever is stored next.</summary>
    public Task MarkDeliveredAsync(IReadOnlyList<long> ids) =>
        _marking = _writer().WriteAsync(connection => Deliver(connection, ids), canWait: true);

    /// <summary>This one failed: it is emitted again, or put aside after its last attempt.</summary>
    /// <returns>Whether there is such an entry that was not delivered.</returns>
    public bool MarkFailed(long id, string reason, int maxAttempt)
    {
        bool found = _writer().Write(connection =>
        {
            _handOver.Shut();
            return DeliveryMarks.Fail(connection, id, reason, maxAttempt);
        }) == 1;
        Signal();
        return found;
    }

    public void Dispose() => _lease?.Dispose();

    /// <summary>Wakes who waits for postings.</summary>
    public void Signal() => Interlocked.Exchange(ref _news, NewSignal()).TrySetResult(true);

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeliveryMarks Marks(SqliteConnection connection) => _marks ??= _writer().Keep(new DeliveryMarks(connection, _handOver));

    private ProcessIdentity? Claim(SqliteConnection connection)
    {
        ProcessIdentity? owner = ConsumerClaim.Claim(connection);
        if (owner is null)
        {
            // What a former consumer of this process left waits in the file again.
            _handOver.Close();
        }

        return owner;
    }

    private bool Take(SqliteConnection connection, List<InboxEntry> entries)
    {
        // Those that the last ones before them filled up came into hand after the look for them, perhaps.
        if (_handOver.Any)
        {
            return false;
        }

        Marks(connection).Take(entries);
        return true;
    }

    private int Deliver(SqliteConnection connection, IReadOnlyList<long> ids) => Marks(connection).Deliver(ids, _time.GetUtcNow());

    private bool HasToLook() => _time.GetElapsedTime(_looked) >= LookAgain;

    // Which postings are stale is told by those that were delivered before them.
    private void WaitForMarks()
    {
        try
        {
            _marking.GetAwaiter().GetResult();
        }
        catch (StoreException)
        {
            // Whoever marked them was told.
        }
    }

    private bool OpenHandOver(SqliteConnection connection)
    {
        if (!InboxReader.AnyWaiting(connection))
        {
            _handOver.Open();
        }

        return _handOver.IsOpen;
    }

    private void Release(FileStream file)
    {
        _lease = null;
        try
        {
            _writer().Write(connection =>
            {
                Marks(connection).PutBack(_handOver.Close());
                return ConsumerClaim.Release(connection);
            });
        }
        catch (StoreException)
        {
            // The unlocked file is enough for the next one.
        }
        finally
        {
            file.Dispose();
        }
    }
}
