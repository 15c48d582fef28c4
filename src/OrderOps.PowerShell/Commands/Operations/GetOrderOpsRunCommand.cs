using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Gives the summaries of runs: of the journal and of this session, the newest first.</summary>
[Cmdlet(VerbsCommon.Get, "OrderOpsRun", DefaultParameterSetName = AllSet, SupportsPaging = true)]
[OutputType(typeof(RunSummary))]
public sealed class GetOrderOpsRunCommand : JournalCmdlet
{
    private const string AllSet = "All";
    private const string LastSet = "Last";
    private const string RunIdSet = "RunId";

    /// <summary>Only the last run of this session.</summary>
    [Parameter(ParameterSetName = LastSet, Mandatory = true)]
    public SwitchParameter Last { get; set; }

    /// <summary>The runs with these identities.</summary>
    [Parameter(ParameterSetName = RunIdSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] RunId { get; set; } = [];

    /// <summary>Only runs of this service.</summary>
    [Parameter(ParameterSetName = AllSet)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Service { get; set; }

    /// <summary>Only runs that began then or later.</summary>
    [Parameter(ParameterSetName = AllSet)]
    public object? Since { get; set; }

    /// <summary>Only runs that began before.</summary>
    [Parameter(ParameterSetName = AllSet)]
    public object? Until { get; set; }

    private static IReadOnlyList<RunSummary> Own => Session.Current.Runs;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case LastSet:
                WriteObject(Own.Skip(Own.Count - 1), enumerateCollection: true);
                break;
            case RunIdSet:
                foreach (string id in RunId)
                {
                    Guarded(() => WriteOne(id));
                }

                break;
            default:
                Guarded(WriteAll);
                break;
        }
    }

    private void WriteAll()
    {
        IJournal? journal = OpenIfAny();
        IReadOnlyList<RunSummary> own = JournalIsGiven ? [.. Own.Where(run => run.Journal == journal!.Location)] : [.. Own];
        RunQuery query = new()
        {
            Service = Service is null ? null : Services.Find(Service).Name,
            Since = MomentArgument.Read(nameof(Since), Since),
            Until = MomentArgument.Read(nameof(Until), Until),
        };
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)RunList.Of(own, Find(journal, query), query).LongCount(), 1.0));
        }

        RunQuery page = query with { Skip = Whole(PagingParameters.Skip), First = Whole(PagingParameters.First) };
        foreach (RunSummary run in RunList.Of(own, Find(journal, query), page))
        {
            WriteObject(run);
        }
    }

    private void WriteOne(string id)
    {
        RunSummary? found = OwnRun(id) ?? Find(OpenIfAny(), new RunQuery { RunIds = [id] }).FirstOrDefault();
        if (found is not null)
        {
            WriteObject(found);
            return;
        }

        WriteError(Failures.Record(
            new ItemNotFoundException($"Neither this session nor the journal knows a run '{id}'."),
            "RunNotFound",
            ErrorCategory.ObjectNotFound,
            id,
            "Look at Get-OrderOpsRun, or name another journal with -Journal. A session knows its own last 100 runs, also those without a journal."));
    }

    private static IEnumerable<RunSummary> Find(IJournal? journal, RunQuery query) => journal?.FindRuns(query) ?? [];

    /// <summary>The journal; nothing where none was ever made, unless one is named.</summary>
    private IJournal? OpenIfAny()
    {
        try
        {
            return Open();
        }
        catch (StoreException failure) when (failure.ErrorId is "StoreMissing" or "StoreFolderMissing" && !JournalIsGiven)
        {
            WriteVerbose($"{failure.Message} These are the runs of this session.");
            return null;
        }
    }
}
