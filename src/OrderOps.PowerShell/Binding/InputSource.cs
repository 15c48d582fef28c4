using System.Linq;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Binding;

/// <summary>What a result gives back as its input: the item itself, or all rows that made the order.</summary>
internal static class InputSource
{
    public static object? Of<TOrder>(GroupedOrder<TOrder> grouped)
        where TOrder : class => grouped.Sources.Count == 1 ? grouped.Sources[0] : grouped.Sources.ToArray();
}
