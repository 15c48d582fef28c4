using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Every authenticated body that came in, stored before it is answered, and what became of it.</summary>
internal sealed class PostingInbox : IDisposable
{
    // Another process can store, too; its news come with no signal.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    // What is read at once is taken in one transaction, and the senders wait for it.
    private const int MostRead = 512;

    private readonly InboxOptions _options;
    private readonly SqliteStore _store;
    private readonly InboxReader _reader;
    private readonly InboxTally _tally = new();
    private readonly HandOver _handOver = new();
    private readonly ITimer? _pruning;
    private DeliveryWriter? _deliveries;
    private DeliveryMarks? _marks;
    private ConsumerLease? _lease;
    private Task _marking = Task.CompletedTask;
    private long _looked;
    private bool _hasNews;
    private TaskCompletionSource<bool> _news = NewSignal();

    private PostingInbox(InboxOptions options, SqliteStore store)
    {
        _options = options;
        _store = store;
        _reader = new InboxReader(store);
        if (store.Writer is { } writer)
        {
            writer.Ended += EndGroup;
        }

        if (options.Prunes)
        {
            // The first time at once: a receiver that is started for minutes only has to prune, too.
            _pruning = options.Time.CreateTimer(_ => PruneQuietly(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _pruning.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The file.</summary>
    public string Path => _store.Path;

    /// <summary>What it has seen since it was opened, and what it holds.</summary>
    public InboxCounters Counters
    {
        get
        {
            (long undelivered, DateTimeOffset? oldest) = _reader.Undelivered();
            InboxCounters counters = _tally.Read();
            counters.Undelivered = undelivered;
            counters.OldestUndeliveredAge = oldest is { } since ? _options.Time.GetUtcNow() - since : null;
            return counters;
        }
    }

    /// <summary>Opens an inbox, and makes it where there is none.</summary>
    /// <exception cref="StoreException">It can't be opened; the exception says what to do.</exception>
    public static PostingInbox Open(InboxOptions options)
    {
        string path = DataFolder.PathOf(options.Path, "inbox.db");
        StoreOptions store = new(path, InboxSchema.Schema) { ReadOnly = options.ReadOnly, BusyTimeout = options.BusyTimeout, Time = options.Time };
        return new PostingInbox(options, SqliteStore.Open(store));
    }

    /// <summary>Stores a delivery; the task ends only after the commit is on disk.</summary>
    /// <exception cref="InboxUnavailableException">It could not be stored.</exception>
    public async Task<StoredDelivery> StoreAsync(InboxDelivery delivery, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        try
        {
            PreparedDelivery prepared = new(delivery);
            StoredDelivery stored = await Writer().WriteAsync(connection => Write(connection, prepared)).ConfigureAwait(false);
            _tally.Add(stored, Stopwatch.GetTimestamp() - start);
            return stored;
        }
        catch (StoreException e)
        {
            _tally.AddRefused();
            throw new InboxUnavailableException(e);
        }
    }

    /// <summary>Takes the right to consume.</summary>
    /// <exception cref="ConsumerHeldException">Another consumer holds it.</exception>
    public ConsumerLease AcquireConsumer()
    {
        FileStream? held = ConsumerClaim.Lock(Path);
        try
        {
            if (held is null || Writer().Write(Claim) is not null)
            {
                throw new ConsumerHeldException(Path, _reader.Consumer());
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
    public IReadOnlyList<InboxEntry> TakeUndelivered(int max, bool ahead = false)
    {
        if (_lease is null)
        {
            throw new InvalidOperationException("The inbox is taken from without the lease.");
        }

        if (_handOver.IsOpen && HasToLook())
        {
            _looked = _options.Time.GetTimestamp();
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
        _looked = _options.Time.GetTimestamp();
        entries = _reader.Waiting(Math.Min(max, MostRead));
        if (entries.Count > 0)
        {
            return Writer().Write(connection => Take(connection, entries)) ? entries : _handOver.Take(max);
        }

        if (ahead)
        {
            Writer().Write(OpenHandOver);
        }

        return entries;
    }

    /// <summary>Waits until <see cref="TakeUndelivered"/> has something to give.</summary>
    public async Task WaitForUndeliveredAsync(CancellationToken cancellationToken)
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
            await Task.WhenAny(news, _options.Time.Delay(LookAgain, waiting.Token)).ConfigureAwait(false);
            waiting.Cancel();
        }
    }

    /// <summary>These were taken and never emitted.</summary>
    public void PutBack(IReadOnlyList<long> ids) => Writer().Write(connection => Marks(connection).PutBack(ids));

    /// <summary>These were delivered.</summary>
    /// <returns>How many of them the inbox has; quarantined ones are not delivered.</returns>
    public int MarkDelivered(IReadOnlyList<long> ids) => Writer().Write(connection => Deliver(connection, ids));

    /// <summary>As <see cref="MarkDelivered"/>, but together with whatever is stored next.</summary>
    public Task MarkDeliveredAsync(IReadOnlyList<long> ids) =>
        _marking = Writer().WriteAsync(connection => Deliver(connection, ids), canWait: true);

    /// <summary>This one failed: it is emitted again, or put aside after its last attempt.</summary>
    /// <returns>Whether there is such an entry that was not delivered.</returns>
    public bool MarkFailed(long id, string reason, int maxAttempt)
    {
        bool found = Writer().Write(connection =>
        {
            _handOver.Shut();
            return DeliveryMarks.Fail(connection, id, reason, maxAttempt);
        }) == 1;
        Signal();
        return found;
    }

    /// <summary>Looks into it.</summary>
    public IEnumerable<InboxEntry> Find(InboxQuery query) => _reader.Find(query);

    /// <summary>Removes what is past its retention, a little at a time.</summary>
    public void Prune()
    {
        DateTimeOffset now = _options.Time.GetUtcNow();
        Steps((connection, after) => Retention.RemoveBodies(connection, now - _options.BodyRetention, after));
        Steps((connection, after) => Retention.RemoveIdentities(connection, now - _options.IdentityRetention, after));

        void Steps(Func<SqliteConnection, long, long?> step)
        {
            for (long? after = 0; after is { } from;)
            {
                after = Writer().Write(connection => step(connection, from));
            }
        }
    }

    /// <summary>Removes postings for good. In an inbox that was opened for looking only, nothing is removed, and the answer is what would be.</summary>
    /// <param name="query">Which; what was not delivered stays.</param>
    public InboxRemoval Remove(InboxRemovalQuery query) => _options.ReadOnly
        ? _reader.Foresee(query)
        : PostingRemoval.Remove(step => Writer().Write(step), query) with { Erased = _store.EmptyLog() };

    public void Dispose()
    {
        _pruning?.Dispose();
        _lease?.Dispose();
        _reader.Dispose();
        _store.Dispose();
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal() => Interlocked.Exchange(ref _news, NewSignal()).TrySetResult(true);

    /// <summary>What writes into the file, one transaction after the other.</summary>
    /// <exception cref="StoreException">It was opened for looking only.</exception>
    internal GroupWriter Writer() => _store.Writer ?? throw new StoreException(
        "StoreReadOnly", Path, $"'{Path}' was opened for looking only.", "Open it for writing.");

    private DeliveryWriter Deliveries(SqliteConnection connection) => _deliveries ??= Writer().Keep(new DeliveryWriter(connection, _handOver));

    private DeliveryMarks Marks(SqliteConnection connection) => _marks ??= Writer().Keep(new DeliveryMarks(connection, _handOver));

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

    private StoredDelivery Write(SqliteConnection connection, PreparedDelivery prepared)
    {
        StoredDelivery stored = Deliveries(connection).Write(prepared);
        _hasNews |= stored.Kind is DeliveryKind.New or DeliveryKind.Changed;
        return stored;
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

    private int Deliver(SqliteConnection connection, IReadOnlyList<long> ids) => Marks(connection).Deliver(ids, _options.Time.GetUtcNow());

    private void EndGroup(bool committed)
    {
        _handOver.End(committed);
        if (_hasNews)
        {
            _hasNews = false;
            Signal();
        }
    }

    private bool HasToLook() => _options.Time.GetElapsedTime(_looked) >= LookAgain;

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
            Writer().Write(connection =>
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

    private void PruneQuietly()
    {
        try
        {
            Prune();
        }
        catch (StoreException)
        {
            // A full disk or a closed store: the deliveries say so, and the next hour prunes.
        }

        _pruning!.Change(PruneEvery, Timeout.InfiniteTimeSpan);
    }
}
