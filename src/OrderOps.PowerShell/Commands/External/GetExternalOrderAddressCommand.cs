using System.Management.Automation;
using OrderOps.External;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets where an order goes.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalOrderAddress")]
[OutputType(typeof(Address))]
public sealed class GetExternalOrderAddressCommand : ExternalReadCmdlet
{
    private static readonly string[] IdNames = ["OrderId", "order_id", "Id"];

    /// <summary>The service's numbers of orders, or orders.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "order_id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? OrderId { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? item in OrderId ?? [null])
        {
            if (NamedValue.Of(item, IdNames) is { } id)
            {
                WriteOne(stop => Reader.AddressAsync(id, stop), id);
            }
            else
            {
                WriteNoId(item, "OrderId, order_id or Id");
            }
        }
    }
}
