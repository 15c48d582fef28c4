using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.External;

/// <summary>How the states of an order are written.</summary>
public enum StatusSpelling
{
    /// <summary>With underscores: <c>in_collection</c>.</summary>
    Underscored,

    /// <summary>As the vendor's page shows the long ones: <c>incollection</c>.</summary>
    Joined,
}

/// <summary>The states of an order that the vendor's page names (Order Sync API). Others are taken as they are.</summary>
public static class OrderStatus
{
    /// <summary>The states, in the order of the vendor's page.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "new", "confirmed", "canceled", "done", "in_collection", "collected_with_changes", "to_be_returned_in_two_days", "collected",
        "completed_and_closed", "returned_to_warehouse", "changed_and_closed", "at_courier_sort_center", "on_delivery", "delivery_date_moved",
        "client_no_answer", "recipient_not_at_home", "customer_refusal",
    ];

    private static readonly Dictionary<string, string> BySpelling = Known.ToDictionary(Joined, StringComparer.Ordinal);

    /// <summary>The spelling with underscores of a state in either spelling and any case; an unknown one as it is.</summary>
    /// <param name="status">The state.</param>
    /// <returns>The state.</returns>
    public static string Read(string status)
    {
        if (status is null)
        {
            throw new ArgumentNullException(nameof(status));
        }

        return BySpelling.TryGetValue(Joined(status), out string? known) ? known : status;
    }

    /// <summary>A state as it is sent.</summary>
    /// <param name="status">The state, in either spelling.</param>
    /// <param name="spelling">Which spelling the service takes.</param>
    /// <returns>The state; an unknown one as it is.</returns>
    public static string Write(string status, StatusSpelling spelling)
    {
        string read = Read(status);
        return spelling == StatusSpelling.Joined && BySpelling.ContainsKey(Joined(read)) ? Joined(read) : read;
    }

    private static string Joined(string status) => status.Trim().Replace("_", "").ToLowerInvariant();
}
