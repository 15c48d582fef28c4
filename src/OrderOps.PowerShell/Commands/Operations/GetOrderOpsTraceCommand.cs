using System.Management.Automation;
using OrderOps.PowerShell.Streams;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Gives the last exchanges of the last run, without secrets.</summary>
[Cmdlet(VerbsCommon.Get, "OrderOpsTrace")]
[OutputType(typeof(TracedExchange))]
public sealed class GetOrderOpsTraceCommand : OrderOpsCmdlet
{
    /// <summary>Show names, phones, e-mails and addresses, which are masked otherwise. Secrets are never shown.</summary>
    [Parameter]
    public SwitchParameter IncludePersonalData { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (Session.Current.LastTrace is { } trace)
        {
            WriteObject(trace.Read(IncludePersonalData), enumerateCollection: true);
        }
    }
}
