using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace OrderOps.Sandbox.Itl;

/// <summary>The orders that make the service refuse whole requests, with its words for each; null is a silent refusal.</summary>
internal sealed class PoisonList
{
    public const string DefaultRemark = "Shipment could not be processed: invalid state code.";

    private readonly ConcurrentDictionary<string, string?> _remarks = new(StringComparer.Ordinal);

    public void Add(string orderNumber, string? remark) => _remarks[orderNumber] = remark;

    public void Remove(string orderNumber) => _remarks.TryRemove(orderNumber, out _);

    public bool TryFind(IEnumerable<Shipment> shipments, out string? remark)
    {
        remark = null;
        if (_remarks.IsEmpty)
            return false;
        foreach (var shipment in shipments)
        {
            if (_remarks.TryGetValue(shipment.OrderNumber, out remark))
                return true;
        }

        return false;
    }
}
