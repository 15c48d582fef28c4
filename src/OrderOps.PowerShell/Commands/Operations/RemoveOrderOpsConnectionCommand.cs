using System.Management.Automation;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Forgets connections of this session.</summary>
[Cmdlet(VerbsCommon.Remove, "OrderOpsConnection", SupportsShouldProcess = true)]
public sealed class RemoveOrderOpsConnectionCommand : OrderOpsCmdlet
{
    /// <summary>Their names; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

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

            foreach (OrderOpsConnection connection in found)
            {
                if (ShouldProcess(connection.Name, "Forget connection"))
                {
                    Session.Current.Connections.Remove(connection.Name);
                }
            }
        }
    }
}
