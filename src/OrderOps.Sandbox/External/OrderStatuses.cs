using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace OrderOps.Sandbox.External;

/// <summary>The statuses of an order (vendor page: Order Sync API), which both spellings name.</summary>
internal static class OrderStatuses
{
    public static readonly string[] All =
    [
        "new", "confirmed", "canceled", "done", "in_collection", "collected_with_changes", "to_be_returned_in_two_days", "collected",
        "completed_and_closed", "returned_to_warehouse", "changed_and_closed", "at_courier_sort_center", "on_delivery",
        "delivery_date_moved", "client_no_answer", "recipient_not_at_home", "customer_refusal",
    ];

    private static readonly Dictionary<string, int> Numbers = All.Select((name, number) => (name, number))
        .ToDictionary(status => Plain(status.name), status => status.number, StringComparer.OrdinalIgnoreCase);

    public static readonly byte[][] Bytes = All.Select(Encoding.ASCII.GetBytes).ToArray();

    public static readonly byte[][] PlainBytes = All.Select(name => Encoding.ASCII.GetBytes(Plain(name))).ToArray();

    public static string Plain(string status) => status.Replace("_", "");

    /// <summary>For each of <see cref="All"/> whether it is among these names; those that there are not are passed over.</summary>
    public static bool[] Mask(IEnumerable<string> names)
    {
        var mask = new bool[All.Length];
        foreach (var number in names.Select(Find).Where(number => number >= 0))
            mask[number] = true;
        return mask;
    }

    /// <summary>The status's number in <see cref="All"/>; -1 if there is none.</summary>
    public static int Find(string? status) => status is not null && Numbers.TryGetValue(Plain(status), out var number) ? number : -1;
}
