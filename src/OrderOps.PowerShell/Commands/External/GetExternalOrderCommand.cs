using System.Management.Automation;
using OrderOps.External;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets orders of ECOM.md: a list, filtered and sorted, or those of given numbers.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalOrder", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Order))]
public sealed class GetExternalOrderCommand : ExternalReadCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private static readonly string[] IdNames = ["OrderId", "order_id", "Id"];

    /// <summary>The service's numbers of orders, or objects that have one.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OrderId", "order_id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? Id { get; set; } = [];

    /// <summary>What is searched for.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>States of orders, in either spelling.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(ExternalStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Status { get; set; } = [];

    /// <summary>Orders made after this moment.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public object? CreatedAfter { get; set; }

    /// <summary>The member to sort by.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string OrderBy { get; set; } = "created_at";

    /// <summary>The newest or largest first.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Descending { get; set; }

    /// <summary>The members that are asked for; all by default.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string[] Field { get; set; } = [];

    /// <summary>Orders a page, 1 to 5000.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public int PageSize { get; set; } = 100;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            // A number that is null came from a variable or property that should have held one.
            foreach (PSObject? item in Id ?? [null])
            {
                WriteOrder(item);
            }
        }
        else
        {
            Guarded(WriteOrders);
        }
    }

    private void WriteOrder(PSObject? item)
    {
        if (NamedValue.Of(item, IdNames) is { } id)
        {
            WriteOne(stop => Reader.OrderAsync(id, stop), id);
        }
        else
        {
            WriteNoId(item, "OrderId, order_id or Id");
        }
    }

    private void WriteOrders()
    {
        OrderQuery query = new()
        {
            Search = Search,
            Status = Status,
            CreatedAfter = MomentArgument.Read(nameof(CreatedAfter), CreatedAfter),
            OrderBy = OrderBy,
            Descending = Descending,
            Fields = Field,
            PageSize = PageSize,
            Skip = ExternalListCmdlet.Whole(PagingParameters.Skip),
            First = ExternalListCmdlet.Whole(PagingParameters.First),
            NeedsCount = PagingParameters.IncludeTotalCount,
        };
        WriteList(() => Reader.Orders(query), null);
    }
}
