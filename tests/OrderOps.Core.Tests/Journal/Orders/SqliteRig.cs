using System;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>A journal's file, and what other processes may do to it.</summary>
internal sealed class SqliteRig : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.File("journal.db");

    public string Folder => _folder.Path;

    public SqliteJournal Open(TimeProvider time, bool readOnly = false) =>
        SqliteJournal.Open(new JournalOptions { Path = Path, Time = time, Lease = JournalContract.Lease, ReadOnly = readOnly });

    public void LetDie(RunSummary run) => Write("UPDATE run SET start_ticks=start_ticks-1 WHERE run_id=$run", ("$run", run.RunId));

    public void HideProcess(RunSummary run) =>
        Write("UPDATE run SET boot_id=boot_id || '/pid:[7]', process_host='elsewhere' WHERE run_id=$run", ("$run", run.RunId));

    public int Write(string sql, params (string Name, object? Value)[] arguments)
    {
        using SqliteConnection connection = Connect();
        return connection.Execute(sql, arguments);
    }

    public object? Read(string sql)
    {
        using SqliteConnection connection = Connect();
        return connection.Scalar(sql);
    }

    /// <summary>As a backup or a database browser does.</summary>
    public IDisposable Lock()
    {
        SqliteConnection connection = Connect();
        connection.Execute("BEGIN IMMEDIATE");
        return connection;
    }

    public void Dispose() => _folder.Dispose();

    private SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
