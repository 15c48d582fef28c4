using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>A journal in one SQLite file.</summary>
internal sealed class SqliteJournal : IJournal
{
    private readonly JournalOptions _options;
    private readonly SqliteStore _store;
    private OrderWriter? _orders;

    private SqliteJournal(JournalOptions options, SqliteStore store)
    {
        _options = options;
        _store = store;
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
    /// <exception cref="StoreException">It can't be opened; the exception says what to do.</exception>
    public static SqliteJournal Open(JournalOptions options)
    {
        string path = DataFolder.PathOf(options.Path, "journal.db");
        StoreOptions store = new(path, JournalSchema.Schema) { ReadOnly = options.ReadOnly, BusyTimeout = options.BusyTimeout, Time = options.Time };
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
    public string Fingerprint(IReadOnlyList<string> secrets)
    {
        using SqliteConnection connection = _store.OpenReader();
        return CredentialFingerprint.Of((byte[])connection.Scalar("SELECT fingerprint_key FROM meta")!, secrets);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Accounts(string service, string baseAddress)
    {
        List<string> accounts = [];
        string address = JournalScope.AddressOf(baseAddress);
        using SqliteConnection connection = _store.OpenReader();
        foreach (JournalScope scope in ScopeRows.All(connection).Values)
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
        OrderForesight foresight = new(_store.OpenReader(), Path, summary, _options.Time);
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
    public IEnumerable<JournalEntry> Find(JournalQuery query) => throw new NotImplementedException();

    /// <inheritdoc />
    public long Count(JournalQuery query) => throw new NotImplementedException();

    /// <inheritdoc />
    public IEnumerable<RunSummary> FindRuns(RunQuery query) => throw new NotImplementedException();

    /// <inheritdoc />
    public JournalEntry? Resolve(JournalEntry entry, Outcome outcome, string who, string reason) => throw new NotImplementedException();

    /// <inheritdoc />
    public Removal Remove(RemovalQuery query) => throw new NotImplementedException();

    public void Dispose()
    {
        // Its statements are the writer's until that has ended.
        _store.Writer?.Dispose();
        _orders?.Dispose();
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

        IsNew = Writer.Write(connection => connection.Execute(
            "INSERT OR IGNORE INTO meta (id, fingerprint_key, made) VALUES (1, $key, $now)",
            ("$key", CredentialFingerprint.NewKey()),
            ("$now", StoreTime.Of(_options.Time.GetUtcNow())))) == 1;
    }
}
