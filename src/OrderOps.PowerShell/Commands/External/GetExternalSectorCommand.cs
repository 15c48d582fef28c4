using System.Management.Automation;
using OrderOps.External;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets all sectors of delivery.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalSector", SupportsPaging = true)]
[OutputType(typeof(Sector))]
public sealed class GetExternalSectorCommand : ExternalListCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord() => WriteList(() => Reader.Sectors(Options), null);
}
