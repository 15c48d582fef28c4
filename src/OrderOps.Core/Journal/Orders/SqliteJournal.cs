using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>A journal in one SQLite file.</summary>
internal sealed class SqliteJournal : IJournal
{
    // In leases: a laptop that slept for some minutes goes on, if nobody took its orders.
    private const int LongSilence = 10;

    private readonly JournalOptions _options;
    private readonly SqliteStore _store;
    private readonly StoreReader _reader;
    private readonly OrderReader _finder;
    private OrderWriter? _orders;

    private SqliteJournal(JournalOptions options, SqliteStore store)
    {
        _options = options;
        _store = store;
        _reader = store.NewReader();
        _finder = new OrderReader(_reader, store.Path, options.Time);
    }

    /// <inheritdoc />
    public string Location => _store.Path;

    /// <inheritdoc />
    public bool IsNew { get; private set; }

    /// <summary>The file.</summary>
    internal string Path => _store.Path;

    /// <summary>The thread that writes.</summary>
    internal GroupWriter Writer => _store.Writer ?? throw LookingOnly(Path);

    /// <summary>Opens a journal, and makes it where there is none.</summary>
    /// <param name="options">Where and how.</param>
    /// <exception cref="StoreException">It can't be opened; the exception says what to do.</exception>
    public static SqliteJournal Open(JournalOptions options) => Open(options, JournalSchema.Schema);

    /// <summary>Opens one of another version.</summary>
    /// <inheritdoc cref="Open(JournalOptions)"/>
    /// <param name="options">Where and how.</param>
    /// <param name="schema">What it holds.</param>
    internal static SqliteJournal Open(JournalOptions options, StoreSchema schema)
    {
        string path = DataFolder.PathOf(options.Path, "journal.db");
        StoreOptions store = new(path, schema)
        {
            ReadOnly = options.ReadOnly,
            BusyTimeout = options.BusyTimeout,
            Stop = options.Stop,
            Time = options.Time,

            // Its pages are written again and again while a run goes on; most runs are over before the first time.
            PagesToCheckpoint = 4000,
            KeepsLog = true,
        };
        SqliteJournal journal = new(options, SqliteStore.Open(store));
        try
        {
            journal.Start();
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public string Fingerprint(IReadOnlyList<string> secrets) =>
        CredentialFingerprint.Of(_reader.Look(connection => (byte[])connection.Scalar("SELECT fingerprint_key FROM meta")!), secrets);

    /// <inheritdoc />
    public IReadOnlyList<string> Accounts(string service, string baseAddress)
    {
        List<string> accounts = [];
        string address = JournalScope.AddressOf(baseAddress);
        foreach (JournalScope scope in _reader.Look(ScopeRows.Used))
        {
            if (JournalScope.Same(scope.Service, service) && scope.BaseAddress == address && !accounts.Exists(known => JournalScope.Same(known, scope.Account)))
            {
                accounts.Add(scope.Account);
            }
        }

        return accounts;
    }

    /// <inheritdoc />
    public IJournalRun Begin(RunSummary summary, SendRules rules)
    {
        OrderForesight foresight = new(_store.NewReader(), Path, summary, _options.Time);
        if (_options.ReadOnly)
        {
            return new ForeseeingRun(foresight, rules, Path);
        }

        try
        {
            RunLease lease = new(_options.Time, _options.Lease);
            LeaseTerm term = lease.Next();
            long row = Writer.Write(connection => RunRows.Add(connection, summary, term.Until));
            lease.Take(term);
            return new SqliteJournalRun(this, summary, rules, row, lease, foresight, _options.Time);
        }
        catch
        {
            foresight.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public IEnumerable<JournalEntry> Find(JournalQuery query) => _finder.Find(query);

    /// <inheritdoc />
    public long Count(JournalQuery query) => _finder.Count(query);

    /// <inheritdoc />
    public IEnumerable<RunSummary> FindRuns(RunQuery query) => new RunReader(_reader, Path, _options.Time).Find(query);

    /// <inheritdoc />
    public JournalEntry? Resolve(JournalEntry entry, Outcome outcome, string who, string reason)
    {
        int state = outcome is Outcome.Accepted or Outcome.NotSent
            ? OrderState.Of(outcome)
            : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A person finds out that it was accepted, or that it was not sent.");
        OrderRow? row = Writer.Write(connection => OrderResolution.Write(
            connection, Orders(connection), entry, state, who, reason, StoreTime.Of(_options.Time.GetUtcNow())));
        return row?.ToEntry(new JournalScope(entry.Service, entry.BaseAddress, entry.Account, entry.Operation), Path, ClaimHold.None);
    }

    /// <inheritdoc />
    public Removal Remove(RemovalQuery query)
    {
        OrderRemoval removal = new(query, _options.Time);
        if (_options.ReadOnly)
        {
            return _reader.Look(removal.Foresee);
        }

        long orders = 0;
        for (long some = -1; some != 0; orders += some)
        {
            some = Writer.Write(removal.RemoveSome);
        }

        long runs = Writer.Write(removal.RemoveRuns);
        return new Removal(orders, runs, Writer.Write(removal.Unsettled), _store.Compact());
    }

    public void Dispose()
    {
        // Its statements are the writer's until that has ended.
        _store.Writer?.Dispose();
        _orders?.Dispose();
        _reader.Dispose();
        _store.Dispose();
    }

    /// <summary>What is said to whoever would write into a journal that was opened for looking only.</summary>
    internal static StoreException LookingOnly(string path) => new("StoreReadOnly", path, $"'{path}' was opened for looking only.", "Open it for writing.");

    /// <summary>The statements of the writer; on its thread only.</summary>
    internal OrderWriter Orders(SqliteConnection connection) => _orders ??= new OrderWriter(connection, _options.Time);

    private void Start()
    {
        if (_options.ReadOnly)
        {
            return;
        }

        DateTimeOffset now = _options.Time.GetUtcNow();
        IsNew = Writer.Write(connection =>
        {
            RunRows.EndDead(connection, now - TimeSpan.FromTicks(_options.Lease.Ticks * LongSilence));
            return connection.Execute(
                "INSERT OR IGNORE INTO meta (id, fingerprint_key, made) VALUES (1, $key, $now)",
                ("$key", CredentialFingerprint.NewKey()),
                ("$now", StoreTime.Of(now))) == 1;
        });

        // The statements stand ready when the first order comes. Where they can't be made, the first claim says why.
        _ = Writer.WriteAsync(connection => Orders(connection), canWait: true);
    }
}
