using System.Management.Automation;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Gives the connections of this session.</summary>
[Cmdlet(VerbsCommon.Get, "OrderOpsConnection")]
[OutputType(typeof(OrderOpsConnection))]
public sealed class GetOrderOpsConnectionCommand : OrderOpsCmdlet
{
    /// <summary>Their names; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            OrderOpsConnection[] found = ConnectionLookup.Matching(name, Session.Current.Connections);
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ConnectionLookup.NotFound(name, Session.Current.Connections));
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
