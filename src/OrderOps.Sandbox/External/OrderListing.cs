using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>
/// The orders, filtered and sorted as a query asks. Without <c>ordering</c> the newest comes first, as shops show them.
/// <c>created_after</c> leaves out the moment itself; the vendor's page does not say.
/// </summary>
internal sealed class OrderListing(OrderStore store, Query query, bool plainStatuses) : IListing
{
    private readonly OrderRange _range = store.Range;
    private readonly long? _createdAfter = query["created_after"] is { } after ? long.Parse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
    private readonly bool[]? _statuses = query.List("status") is { } names ? OrderStatuses.Mask(names) : null;
    private readonly DigitSearch? _search = query["search"] is { } text ? new DigitSearch(text) : null;
    private readonly bool _descending = query.List("ordering")?.FirstOrDefault(IsKnownOrdering)?.StartsWith("-", StringComparison.Ordinal) ?? true;

    /// <summary>Why the query can't be answered: a field and the words for it; null if it can.</summary>
    public static (string Field, string Words)? Mistake(Query query)
        => query["created_after"] is { } after && !long.TryParse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? ("created_after", "Enter a number.")
            : null;

    public int Select(int start, int size, List<int> window)
    {
        // Generated orders are sorted by time, so those before the moment need no look.
        var from = _createdAfter is { } after ? Math.Min(_range.Generated, OrderFacts.FirstAfter(after)) : 0;
        var everything = _statuses is null && _search is null && (_createdAfter is null || _range.Created == 0);
        return everything ? SelectAll(from, start, size, window) : SelectMatches(from, start, size, window);
    }

    public void Write(ByteBuffer json, int entry, FieldChoice fields) => store.Write(json, entry, _range, fields, plainStatuses);

    private int SelectAll(int from, int start, int size, List<int> window)
    {
        var count = _range.Count - from;
        for (var i = start; i < count && window.Count < size; i++)
            window.Add(_descending ? _range.Count - 1 - i : from + i);
        return count;
    }

    private int SelectMatches(int from, int start, int size, List<int> window)
    {
        var count = 0;
        for (var i = from; i < _range.Count; i++)
        {
            var position = _descending ? _range.Count - 1 - (i - from) : i;
            if (!Matches(position))
                continue;
            if (count >= start && window.Count < size)
                window.Add(position);
            count++;
        }

        return count;
    }

    private bool Matches(int position)
    {
        if (store.Changed(position, _range) is { } changed)
        {
            return (_statuses is null || (OrderStatuses.Find(changed.Status) is >= 0 and var status && _statuses[status]))
                && (_createdAfter is not { } after || changed.CreatedAt.ToUnixTimeSeconds() > after)
                && (_search is null || _search.Finds(changed.Id) || _search.Finds(changed.Rrn));
        }

        var order = new OrderFacts(position);
        return (_statuses is null || _statuses[order.Status])
            && (_search is null || _search.Finds(order.Id) || _search.Finds(order.Rrn));
    }

    // Others are passed over, as Django does.
    private static bool IsKnownOrdering(string name) => name.TrimStart('-') is "created_at" or "id" or "order_id";
}
