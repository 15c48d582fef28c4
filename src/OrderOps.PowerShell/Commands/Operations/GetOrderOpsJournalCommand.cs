using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.Journal;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Gives the orders that were sent, as the journal knows them, the one sent last first.</summary>
[Cmdlet(VerbsCommon.Get, "OrderOpsJournal", SupportsPaging = true)]
[OutputType(typeof(JournalEntry))]
public sealed class GetOrderOpsJournalCommand : JournalCmdlet
{
    private bool _runIsGiven;
    private bool _isPaged;

    /// <summary>The orders with these keys.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ValidateCount(1, int.MaxValue)]
    public string[]? Key { get; set; }

    /// <summary>Only orders of this service.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowEmptyString]
    public string? Service { get; set; }

    /// <summary>Only orders of which this was asked.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [AllowEmptyString]
    public string? Operation { get; set; }

    /// <summary>Only orders that were sent as this account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [AllowEmptyString]
    public string? Account { get; set; }

    /// <summary>Only orders that were sent to this address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("BaseAddress")]
    [AllowEmptyString]
    public string? BaseUri { get; set; }

    /// <summary>Only orders that stand so.</summary>
    [Parameter]
    [ValidateSet("Accepted", "Duplicate", "Rejected", "Unknown", "NotSent", "Sending")]
    public string[]? Outcome { get; set; }

    /// <summary>Only orders that this run had in hand last.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? RunId { get; set; }

    /// <summary>Only orders that were sent then or later.</summary>
    [Parameter]
    public object? Since { get; set; }

    /// <summary>Only orders that were sent before.</summary>
    [Parameter]
    public object? Until { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _runIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(RunId));
        _isPaged = PagingParameters.Skip > 0 || PagingParameters.First < ulong.MaxValue;
    }

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() =>
    {
        IJournal journal = Open(OwnRun(RunId));
        JournalQuery query = Query();
        if (PagingParameters.IncludeTotalCount)
        {
            // Of several queries nobody knows the sum before the last one.
            WriteObject(MyInvocation.ExpectingInput
                ? PagingParameters.NewTotalCount(0, 0)
                : PagingParameters.NewTotalCount((ulong)journal.Count(query), 1));
        }

        HashSet<string> missing = [.. query.Keys ?? []];
        foreach (JournalEntry entry in journal.Find(query with { Skip = Whole(PagingParameters.Skip), First = Whole(PagingParameters.First) }))
        {
            missing.Remove(entry.Key);
            WriteObject(entry);
        }

        if (!_isPaged)
        {
            foreach (string key in missing)
            {
                WriteError(NotFound(key, journal.Location));
            }
        }
    });

    private static ErrorRecord NotFound(string key, string journal) => Failures.Record(
        new ItemNotFoundException($"The journal '{journal}' has no such order '{key}'."),
        "OrderNotFound",
        ErrorCategory.ObjectNotFound,
        key,
        "It was not sent with this journal, unless a parameter of this command leaves it out. Keys are exact; another journal is named with -Journal.");

    private JournalQuery Query() => new()
    {
        Service = OrNull(Service) is { } service ? Services.Find(service).Name : null,
        Operation = OrNull(Operation) is { } operation ? JournalOperations.Find(operation, OrNull(Service)) : null,
        Account = OrNull(Account),
        BaseAddress = OrNull(BaseUri),
        Keys = Key,
        Outcomes = Outcome,

        // A result brings its run, but of an order that was sent before, an earlier run may be the last that had it.
        RunId = Key is null || _runIsGiven ? OrNull(RunId) : null,
        Since = MomentArgument.Read(nameof(Since), Since),
        Until = MomentArgument.Read(nameof(Until), Until),
    };
}
