using System.Management.Automation;
using OrderOps.External;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets all regions.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalRegion", SupportsPaging = true)]
[OutputType(typeof(Region))]
public sealed class GetExternalRegionCommand : ExternalListCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord() => WriteList(() => Reader.Regions(Options), null);
}
