using System.Management.Automation;
using OrderOps.External;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets the settlements of regions.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalLocality", SupportsPaging = true)]
[OutputType(typeof(Locality))]
public sealed class GetExternalLocalityCommand : ExternalListCmdlet
{
    private static readonly string[] IdNames = ["RegionId", "region_id", "Id"];

    /// <summary>Numbers of regions, or regions and addresses.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "region_id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? RegionId { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? item in RegionId ?? [null])
        {
            if (NamedValue.Of(item, IdNames) is { } id)
            {
                WriteList(() => Reader.Localities(id, Options), id);
            }
            else
            {
                WriteNoId(item, "RegionId, region_id or Id");
            }
        }
    }
}
