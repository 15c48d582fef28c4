using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.External;

/// <summary>Which orders of a request a refusal speaks of.</summary>
internal static class RefusalJoin
{
    /// <summary>
    /// Matches a refusal's entries to the orders: by place where there are as many, else by the number that they name. One
    /// order alone is always the one that is meant.
    /// </summary>
    /// <returns>The orders that it names, each with its words; none where it does not say which.</returns>
    public static Dictionary<OrderWork, string> Join(IReadOnlyList<OrderWork> items, ErrorBody said)
    {
        Dictionary<OrderWork, string> named = new();
        IReadOnlyList<ErrorEntry> entries = said.Entries ?? [];
        for (int i = 0; i < entries.Count; i++)
        {
            OrderWork? item = entries[i].Key is { } key ? items.FirstOrDefault(work => work.Order.OrderId == key || work.Order.Rrn == key) : null;
            item ??= entries.Count == items.Count ? items[i] : null;
            if (item is not null && entries[i].Message.Length > 0)
            {
                named[item] = entries[i].Message;
            }
        }

        return named;
    }

    /// <summary>Whether a refusal says that an order of this rrn is there already.</summary>
    public static bool SaysDuplicate(string words) =>
        words.IndexOf("rrn", StringComparison.OrdinalIgnoreCase) >= 0
        && (words.IndexOf("already exists", StringComparison.OrdinalIgnoreCase) >= 0 || words.IndexOf("must be unique", StringComparison.OrdinalIgnoreCase) >= 0);
}
