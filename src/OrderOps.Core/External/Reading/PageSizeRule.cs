using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>How large a page can be.</summary>
internal static class PageSizeRule
{
    public static void Check(int size)
    {
        if (size is < 1 or > Listing<Order>.LargestPage)
        {
            throw new ServiceConfigurationException(
                "PageSizeOutOfRange",
                $"A page size of {size} is not possible: ECOM.md gives 1 to {Listing<Order>.LargestPage} a page.",
                $"Give -PageSize a number from 1 to {Listing<Order>.LargestPage}, or leave it out.");
        }
    }
}
