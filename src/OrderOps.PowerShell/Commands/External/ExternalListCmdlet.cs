using System.Management.Automation;
using OrderOps.External;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>What every look-up has that gives a list.</summary>
public abstract class ExternalListCmdlet : ExternalReadCmdlet
{
    private protected ExternalListCmdlet()
    {
    }

    /// <summary>The members that are asked for, by the service's names; all by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Field { get; set; } = [];

    /// <summary>Entries a page, 1 to 5000.</summary>
    [Parameter]
    public int PageSize { get; set; } = 100;

    private protected LookupOptions Options => new()
    {
        Fields = Field,
        PageSize = PageSize,
        Skip = Whole(PagingParameters?.Skip ?? 0),
        First = Whole(PagingParameters?.First ?? ulong.MaxValue),
        NeedsCount = PagingParameters?.IncludeTotalCount == true,
    };

    internal static long Whole(ulong number) => number > long.MaxValue ? long.MaxValue : (long)number;
}
