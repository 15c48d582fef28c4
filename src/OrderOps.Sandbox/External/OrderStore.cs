using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>All orders: the generated, and what was done to them.</summary>
internal sealed class OrderStore(bool keepsOrders)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<long, ChangedOrder> _changed = new();
    private volatile bool _anyChanged;
    private int _generated;
    private int _created;
    private long _createdCount;
    private long _updatedCount;

    /// <summary>How many there are to list at this moment.</summary>
    public OrderRange Range
    {
        get
        {
            lock (_gate)
                return new(_generated, _created);
        }
    }

    public int Generated
    {
        get => Range.Generated;
        set
        {
            if (value is < 0 or > OrderFacts.MostOrders)
                throw new ArgumentOutOfRangeException(nameof(value), value, "From 0 to 1,000,000 orders can be generated.");
            lock (_gate)
                _generated = value;
        }
    }

    public (long Created, long Updated) Counts
    {
        get
        {
            lock (_gate)
                return (_createdCount, _updatedCount);
        }
    }

    public ChangedOrder? Changed(int position, OrderRange range) => _anyChanged ? Changed(range.IdAt(position)) : null;

    public void Write(ByteBuffer json, int position, OrderRange range, FieldChoice fields, bool plainStatuses)
    {
        if (Changed(position, range) is not { } changed)
            OrderText.Write(json, new(position), fields, plainStatuses);
        else
            json.AddText(fields.Apply(Spelled(changed.Json, plainStatuses)).ToString(Formatting.None));
    }

    /// <summary>An order as it is now; null if there is none with this id.</summary>
    public JObject? Find(long id, bool plainStatuses = false)
    {
        if (Changed(id) is { } changed)
            return Spelled(changed.Json, plainStatuses);
        return Range.Has(id) ? Generate(id, plainStatuses) : null;
    }

    /// <summary>Puts what was posted over an order.</summary>
    public JObject Update(long id, JObject posted)
    {
        lock (_gate)
        {
            _updatedCount++;
            var order = (JObject)Find(id)!.DeepClone();
            PostedOrder.Merge(order, posted, id);
            Replace(id, order);
            return order;
        }
    }

    public JObject Create(JObject posted, DateTimeOffset now)
    {
        lock (_gate)
        {
            var id = OrderRange.IdOfCreated((int)_createdCount++);
            var order = PostedOrder.New(id, now);
            PostedOrder.Merge(order, posted, id);
            if (!keepsOrders)
                return order;
            _created++;
            _changed[id] = new(id, order, now);
            _anyChanged = true;
            return order;
        }
    }

    /// <summary>Takes an item out of its order; false if there is no such item.</summary>
    public bool DeleteItem(long itemId)
    {
        lock (_gate)
        {
            var id = itemId / OrderFacts.ItemsPerOrder;
            if (Item(Find(id), itemId) is null)
                id = _changed.Values.FirstOrDefault(changed => Item(changed.Json, itemId) is not null)?.Id ?? 0;
            if (Find(id)?.DeepClone() is not JObject order)
                return false;
            Item(order, itemId)!.Remove();
            Replace(id, order);
            return true;
        }
    }

    private static JToken? Item(JObject? order, long itemId)
        => (order?["order_items"] as JArray)?.FirstOrDefault(item => WholeNumber.Read(item["id"]) == itemId);

    private ChangedOrder? Changed(long id) => _changed.TryGetValue(id, out var changed) ? changed : null;

    private void Replace(long id, JObject order)
    {
        if (!keepsOrders)
            return;
        var createdAt = Changed(id)?.CreatedAt ?? new DateTimeOffset(new OrderFacts((int)id - 1).CreatedAt);
        _changed[id] = new(id, order, createdAt);
        _anyChanged = true;
    }

    private static JObject Generate(long id, bool plainStatuses)
    {
        var json = ByteBuffer.Rent();
        OrderText.Write(json, new((int)id - 1), FieldChoice.All, plainStatuses);
        var bytes = json.Written;
        var text = Encoding.UTF8.GetString(bytes.Array!, bytes.Offset, bytes.Count);
        json.Return();
        return (JObject)StrictJson.Parse(text)!;
    }

    private static JObject Spelled(JObject order, bool plainStatuses)
    {
        if (!plainStatuses || order["status"] is not JValue { Type: JTokenType.String } status)
            return order;
        var copy = (JObject)order.DeepClone();
        copy["status"] = OrderStatuses.Plain(Convert.ToString(status.Value, CultureInfo.InvariantCulture)!);
        return copy;
    }
}
