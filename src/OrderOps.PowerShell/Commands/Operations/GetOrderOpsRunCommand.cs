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
        foreach (RunSummary run in Session.Current.Runs.ToArray())
        {
            bool wanted = ParameterSetName switch
            {
                "Last" => ReferenceEquals(run, Session.Current.Runs[Session.Current.Runs.Count - 1]),
                "RunId" => RunId.Contains(run.RunId, StringComparer.OrdinalIgnoreCase),
                _ => true,
            };
            if (wanted)
            {
                WriteObject(run);
            }
        }
    }
}
