using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>The orders that the service has.</summary>
internal sealed class OrderBook(bool keepsOrders)
{
    // The vendor's samples have numbers of eleven digits: 86210010463.
    private const long FirstAwbNumber = 86210010001;

    private readonly object _gate = new();
    private readonly HashSet<ulong> _keys = [];
    private readonly List<AcceptedOrder> _orders = [];
    private readonly Dictionary<string, AcceptedOrder> _byAwb = new(StringComparer.Ordinal);

    public long Count
    {
        get
        {
            lock (_gate)
                return _keys.Count;
        }
    }

    public IReadOnlyList<AcceptedOrder> Snapshot()
    {
        lock (_gate)
            return _orders.ToArray();
    }

    /// <summary>Takes an order; false if it has that order number and sub-order already.</summary>
    public bool TryAccept(Shipment shipment, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_keys.Add(Fnv.Hash(shipment.OrderNumber + "\n" + shipment.SubOrder)))
                return false;
            if (!keepsOrders)
                return true;
            var awb = (FirstAwbNumber + _orders.Count).ToString(CultureInfo.InvariantCulture);
            var order = new AcceptedOrder(shipment, awb, OrderDate.AsTaken(shipment.Fields["order_date"], now), now);
            _orders.Add(order);
            _byAwb.Add(awb, order);
            return true;
        }
    }

    public AcceptedOrder? FindAwb(string awbNumber)
    {
        lock (_gate)
            return _byAwb.TryGetValue(awbNumber, out var order) ? order : null;
    }

    public AcceptedOrder? Find(string orderNumber, string? subOrder)
    {
        lock (_gate)
        {
            return _orders.FirstOrDefault(order => order.OrderNumber == orderNumber
                && (subOrder is null || order.SubOrder == subOrder));
        }
    }
}
