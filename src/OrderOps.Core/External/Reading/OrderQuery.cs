using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.External;

/// <summary>Which orders are asked for.</summary>
public sealed class OrderQuery
{
    private static readonly Dictionary<string, string> ReadableNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OrderId"] = "order_id",
        ["PromoCode"] = "promo_code",
        ["Items"] = "order_items",
        ["CreatedAt"] = "created_at",
    };

    /// <summary>What is searched for, an order's number for one; how the service searches is not known.</summary>
    public string? Search { get; set; }

    /// <summary>States, in either spelling; unknown ones are asked for as they are.</summary>
    public IReadOnlyList<string> Status { get; set; } = [];

    /// <summary>Orders made after this moment; it is sent as Unix seconds.</summary>
    public DateTimeOffset? CreatedAfter { get; set; }

    /// <summary>The member to sort by. New orders shift the pages of a list that has the newest first, so the oldest come first.</summary>
    public string OrderBy { get; set; } = "created_at";

    /// <summary>Whether the largest, or newest, come first.</summary>
    public bool Descending { get; set; }

    /// <summary>The members that are asked for; none means all.</summary>
    public IReadOnlyList<string> Fields { get; set; } = [];

    /// <summary>Orders a page, 1 to 5000.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How many are left out at the beginning.</summary>
    public long Skip { get; set; }

    /// <summary>How many are given at the most.</summary>
    public long First { get; set; } = long.MaxValue;

    internal bool NeedsCount { get; set; }

    internal ListingOptions Options => new() { PageSize = PageSize, Skip = Skip, First = First, NeedsCount = NeedsCount, IdName = "order_id" };

    internal ExternalCall Call(ExternalConnection connection)
    {
        PageSizeRule.Check(PageSize);
        ExternalCall call = new(connection, Search is not null ? ExternalEndpoints.OrderSearch : Status.Count > 0 ? ExternalEndpoints.OrderFilter : ExternalEndpoints.OrderList);
        call.Ask(ExternalQuery.Ordering, (Descending ? "-" : "") + WireName(OrderBy));
        if (CreatedAfter is { } moment)
        {
            call.Ask(ExternalQuery.CreatedAfter, FormattableString.Invariant($"{moment.ToUnixTimeSeconds()}"));
        }

        if (Status.Count > 0)
        {
            call.Ask(ExternalQuery.Status, Status.Select(status => OrderStatus.Write(status, call.Endpoint.StatusSpelling)).ToArray());
        }

        if (Search is not null)
        {
            call.Ask(ExternalQuery.Search, Search);
        }

        return Fields.Count == 0 ? call : call.Ask(ExternalQuery.Fields, Fields.Select(WireName).ToArray());
    }

    private static string WireName(string name) =>
        ReadableNames.TryGetValue(name.Trim(), out string? wire) ? wire : name.Trim().ToLowerInvariant();
}
