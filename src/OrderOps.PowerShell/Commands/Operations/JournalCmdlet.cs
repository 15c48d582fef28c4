using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>What every command has that looks into the journal of orders.</summary>
public abstract class JournalCmdlet : OrderOpsCmdlet, IDisposable
{
    private const string FileName = "journal.db";

    private readonly CancellationTokenSource _stopping = new();
    private SqliteJournal? _journal;
    private (string? Path, bool ReadOnly) _opened;

    private protected JournalCmdlet()
    {
    }

    /// <summary>The file of the journal, by its full path.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FullPathCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Journal { get; set; }

    /// <summary>Whether the command line itself says which journal is meant.</summary>
    private protected bool JournalIsGiven { get; private set; }

    /// <summary>Ends what the command began; PowerShell runs it however the command ends.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void BeginProcessing() => JournalIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Journal));

    /// <summary>Ends what the command began.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _journal?.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Stops the command: a journal that another process has locked is hardly waited for any more.</summary>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>Says that somebody wants to stop.</summary>
    private protected CancellationToken StopToken => _stopping.Token;

    /// <summary>How a journal is opened.</summary>
    private protected JournalOptions Options(string? path, bool readOnly) => new() { Path = path, ReadOnly = readOnly, Stop = StopToken };

    /// <summary>Opens the journal that is meant; one that does not exist is not made.</summary>
    /// <param name="run">The run whose journal is meant where no other is named; nothing where none is.</param>
    /// <param name="readOnly">Whether it is only looked at.</param>
    /// <exception cref="StoreException">It can't be opened, or there is none.</exception>
    private protected IJournal Open(RunSummary? run = null, bool readOnly = true)
    {
        string? path = JournalIsGiven || !string.IsNullOrEmpty(Journal) ? Journal : run?.Journal;
        if (_journal is null || _opened != (path, readOnly))
        {
            _journal?.Dispose();
            _journal = null;
            bool missing = !File.Exists(DataFolder.PathOf(path, FileName));
            _journal = SqliteJournal.Open(Options(path, readOnly || missing));
            _opened = (path, readOnly);
        }

        return _journal;
    }

    /// <summary>A run of this session.</summary>
    private protected static RunSummary? OwnRun(string? runId) =>
        string.IsNullOrEmpty(runId) ? null : Session.Current.Runs.FirstOrDefault(run => string.Equals(run.RunId, runId, StringComparison.OrdinalIgnoreCase));

    /// <summary>A number of a paging parameter.</summary>
    private protected static long Whole(ulong number) => number > long.MaxValue ? long.MaxValue : (long)number;

    private protected static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
