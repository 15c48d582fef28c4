using System.Management.Automation;
using OrderOps.External;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets stores: all, or those of a group.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalStore", SupportsPaging = true)]
[OutputType(typeof(Store))]
public sealed class GetExternalStoreCommand : ExternalListCmdlet
{
    /// <summary>Number of the group whose stores are asked for.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => WriteList(() => Reader.Stores(Group, Options), Group);
}
