using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>
/// Creates and updates (vendor page: Order Sync API, 13). An order with <c>order_id</c> is an update, one without is
/// created, also when its <c>rrn</c> came before. Either all orders of a request are taken or none.
/// </summary>
internal sealed class OrderPost(OrderStore store, bool keepsBodies)
{
    private readonly List<string> _bodies = [];
    private long _count;

    /// <summary>The orders, by order_id or rrn, that make a request fail, with the field and the words.</summary>
    public ConcurrentDictionary<string, (string Field, string Words)> Poison { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_bodies)
                return _bodies.ToArray();
        }
    }

    public long Count
    {
        get
        {
            lock (_bodies)
                return _count;
        }
    }

    public Reply Answer(Call call)
    {
        Keep(call.Body);
        if (StrictJson.Parse(call.Body) is not { } body)
            return ExternalReplies.Detail(400, "JSON parse error");
        if (body is not JArray orders)
            return ExternalReplies.BadQuery("non_field_errors", "Expected a list of items but got type \"dict\".", call.Service.Quirks.ErrorForm);
        var range = store.Range;
        var mistakes = orders.Select(order => Poisoned(order) ?? PostedOrder.Mistake(order, range)).ToArray();
        if (mistakes.Any(mistake => mistake is not null))
            return ExternalReplies.BadOrders(mistakes, call.Service.Quirks.ErrorForm);
        var now = DateTimeOffset.UtcNow;
        var anyCreated = orders.Any(order => WholeNumber.IsAbsent(order["order_id"]));
        return ExternalReplies.Json(new JArray(orders.Cast<JObject>().Select(order => Take(order, now).DeepClone())), anyCreated ? 201 : 200);
    }

    /// <summary>The order_ids and rrns of a body; empty when it can't be read.</summary>
    public static IReadOnlyList<string> Keys(string body)
        => (StrictJson.Parse(body) as JArray)?.SelectMany(Names).ToArray() ?? [];

    private static IEnumerable<string> Names(JToken order)
        => order is JObject members
            ? new[] { members["order_id"], members["rrn"] }.OfType<JValue>().Where(value => value.Value is not null)
                .Select(value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)!)
            : [];

    private (string Field, string Words)? Poisoned(JToken order)
    {
        foreach (var name in Names(order))
        {
            if (Poison.TryGetValue(name, out var poison))
                return poison;
        }

        return null;
    }

    private JObject Take(JObject order, DateTimeOffset now)
        => WholeNumber.Read(order["order_id"]) is { } id ? store.Update(id, order) : store.Create(order, now);

    private void Keep(string body)
    {
        lock (_bodies)
        {
            _count++;
            if (keepsBodies)
                _bodies.Add(body);
        }
    }
}
