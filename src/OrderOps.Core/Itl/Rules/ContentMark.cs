namespace OrderOps.Itl;

/// <summary>
/// Tells whether an order that comes back in the same process is still the same: 64 bits of its values, several times
/// cheaper than <see cref="Batching.ContentHash"/>, and another number in each process.
/// </summary>
internal static class ContentMark
{
    public static ulong Of(Order order)
    {
        ulong mark = (ulong)order.Products.Count;
        foreach (OrderField field in OrderField.All)
        {
            mark = With(mark, order[field]);
        }

        foreach (Product product in order.Products)
        {
            foreach (ProductField field in ProductField.All)
            {
                mark = With(mark, product[field]);
            }
        }

        return mark;
    }

    // Nothing and blank go out alike.
    private static ulong With(ulong mark, string? value)
    {
        mark ^= string.IsNullOrEmpty(value) ? 0UL : (uint)value!.GetHashCode();
        mark *= 0x9E3779B97F4A7C15UL;
        return mark ^ (mark >> 29);
    }
}
