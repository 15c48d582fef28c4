using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Every authenticated body that came in, stored before it is answered, and what became of it.</summary>
internal sealed class PostingInbox : IDisposable
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(1);

    private readonly InboxOptions _options;
    private readonly SqliteStore _store;
    private readonly InboxReader _reader;
    private readonly InboxTally _tally = new();
    private readonly HandOver _handOver = new();
    private readonly Consumption _consumption;
    private readonly ITimer? _pruning;
    private DeliveryWriter? _deliveries;
    private bool _hasNews;

    private PostingInbox(InboxOptions options, SqliteStore store)
    {
        _options = options;
        _store = store;
        _reader = new InboxReader(store);
        _consumption = new Consumption(store.Path, Writer, _reader, _handOver, options.Time);
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
    /// <param name="options">Where it is and how long it keeps what.</param>
    /// <param name="stop">Says that somebody wants to stop: from then on another process that has it locked is hardly waited for.</param>
    /// <exception cref="StoreException">It can't be opened; the exception says what to do.</exception>
    public static PostingInbox Open(InboxOptions options, CancellationToken stop = default)
    {
        string path = DataFolder.PathOf(options.Path, "inbox.db");
        StoreOptions store = new(path, InboxSchema.Schema) { ReadOnly = options.ReadOnly, BusyTimeout = options.BusyTimeout, Stop = stop, Time = options.Time };
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

    /// <inheritdoc cref="Consumption.Acquire"/>
    public ConsumerLease AcquireConsumer() => _consumption.Acquire();

    /// <inheritdoc cref="Consumption.Take(int, bool)"/>
    public IReadOnlyList<InboxEntry> TakeUndelivered(int max, bool ahead = false) => _consumption.Take(max, ahead);

    /// <inheritdoc cref="Consumption.WaitAsync"/>
    public Task WaitForUndeliveredAsync(CancellationToken cancellationToken) => _consumption.WaitAsync(cancellationToken);

    /// <inheritdoc cref="Consumption.PutBack"/>
    public void PutBack(IReadOnlyList<long> ids) => _consumption.PutBack(ids);

    /// <inheritdoc cref="Consumption.MarkDelivered"/>
    public int MarkDelivered(IReadOnlyList<long> ids) => _consumption.MarkDelivered(ids);

    /// <inheritdoc cref="Consumption.MarkDeliveredAsync"/>
    public Task MarkDeliveredAsync(IReadOnlyList<long> ids) => _consumption.MarkDeliveredAsync(ids);

    /// <inheritdoc cref="Consumption.MarkFailed"/>
    public bool MarkFailed(long id, string reason, int maxAttempt) => _consumption.MarkFailed(id, reason, maxAttempt);

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
        _consumption.Dispose();
        _reader.Dispose();
        _store.Dispose();
    }

    /// <summary>What writes into the file, one transaction after the other.</summary>
    /// <exception cref="StoreException">It was opened for looking only.</exception>
    internal GroupWriter Writer() => _store.Writer ?? throw new StoreException(
        "StoreReadOnly", Path, $"'{Path}' was opened for looking only.", "Open it for writing.");

    private DeliveryWriter Deliveries(SqliteConnection connection) => _deliveries ??= Writer().Keep(new DeliveryWriter(connection, _handOver));

    private StoredDelivery Write(SqliteConnection connection, PreparedDelivery prepared)
    {
        StoredDelivery stored = Deliveries(connection).Write(prepared);
        _hasNews |= stored.Kind is DeliveryKind.New or DeliveryKind.Changed;
        return stored;
    }

    private void EndGroup(bool committed)
    {
        _handOver.End(committed);
        if (_hasNews)
        {
            _hasNews = false;
            _consumption.Signal();
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
