using System;
using System.Linq;
using System.Management.Automation;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Gives the summaries of this session's runs.</summary>
[Cmdlet(VerbsCommon.Get, "OrderOpsRun", DefaultParameterSetName = "All")]
[OutputType(typeof(RunSummary))]
public sealed class GetOrderOpsRunCommand : OrderOpsCmdlet
{
    /// <summary>Only the last run.</summary>
    [Parameter(ParameterSetName = "Last", Mandatory = true)]
    public SwitchParameter Last { get; set; }

    /// <summary>The runs with these identities.</summary>
    [Parameter(ParameterSetName = "RunId", Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] RunId { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        RunSummary[] runs = Session.Current.Runs.ToArray();
        switch (ParameterSetName)
        {
            case "Last":
                WriteObject(runs.Skip(runs.Length - 1), enumerateCollection: true);
                break;
            case "RunId":
                foreach (string id in RunId)
                {
                    Find(runs, id);
                }

                break;
            default:
                WriteObject(runs, enumerateCollection: true);
                break;
        }
    }

    private void Find(RunSummary[] runs, string id)
    {
        if (Array.Find(runs, run => string.Equals(run.RunId, id, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            WriteObject(found);
            return;
        }

        WriteError(Failures.Record(
            new ItemNotFoundException($"This session knows no run '{id}'."),
            "RunNotFound",
            ErrorCategory.ObjectNotFound,
            id,
            "Look at Get-OrderOpsRun; a session knows its own last 100 runs."));
    }
}
